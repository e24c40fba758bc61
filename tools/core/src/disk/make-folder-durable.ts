import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** Creates a folder and its missing parents so that they survive a power cut. */
export async function makeFolderDurable(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  const top = resolve(first);
  let made = resolve(directory);
  for (; made.length > top.length; made = dirname(made)) await syncFolder(dirname(made));
  await syncFolder(dirname(top));
}
