import { sha256File } from '@orchestra/core/node';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Differences between a folder and its record; paths with `/` between folders, sorted. */
export interface FileDifferences {
  missing: string[];
  changed: string[];
  added: string[];
}

/**
 * Hashes the files below a folder, and compares them with their recorded hashes.
 *
 * @param expected SHA-256 by path
 */
export async function compareFiles(
  directory: string,
  expected: Readonly<Record<string, string>>,
): Promise<FileDifferences> {
  const found = await listFiles(directory);
  const differences: FileDifferences = { missing: [], changed: [], added: [] };
  for (const [path, sha256] of Object.entries(expected)) {
    if (!found.has(path)) differences.missing.push(path);
    else if ((await hash(join(directory, path))) !== sha256) differences.changed.push(path);
  }
  differences.added = [...found].filter((path) => !Object.hasOwn(expected, path)).sort();
  return differences;
}

async function hash(path: string): Promise<string | null> {
  return sha256File(path).catch(() => null); // a file that can't be read is not what it was
}

/** Lists files and links; a link where a file was, or a new link, is a difference too. */
async function listFiles(directory: string): Promise<Set<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(
    files.map((entry) =>
      relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'),
    ),
  );
}
