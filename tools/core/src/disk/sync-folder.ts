import { open } from 'node:fs/promises';

/**
 * Makes new and renamed entries of a folder survive a power cut. Does nothing on Windows, which has no such
 * call and needs none.
 */
export async function syncFolder(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(directory, 'r');
  await folder.sync();
}
