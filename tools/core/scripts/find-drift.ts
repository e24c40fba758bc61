import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names the files of a folder that are missing, differ from what they should be, or should not be there. */
export async function findDrift(
  folder: string,
  wanted: ReadonlyMap<string, string>,
): Promise<string[]> {
  const present = new Set(await readdir(folder).catch(() => []));
  const drifted: string[] = [];
  for (const [name, text] of wanted) {
    const found = present.has(name) ? await readFile(join(folder, name), 'utf8') : null;
    if (found !== text) drifted.push(name);
  }
  return [...drifted, ...[...present].filter((name) => !wanted.has(name))].sort();
}
