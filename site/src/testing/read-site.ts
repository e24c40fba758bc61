import { sha256Hex } from '@orchestra/core/node';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Digests of everything that a built site shows, by path: its own list is not part of that. */
export async function readSite(directory: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of glob('**/*.*', { cwd: directory }))
    if (!path.startsWith('.site'))
      files.set(path, sha256Hex(await readFile(join(directory, path))));
  return new Map([...files].sort());
}
