import { indexRoot } from '@orchestra/core';
import { git } from './git.ts';
import type { GitIndex } from './git-index.ts';
import type { ObjectReader } from './object-reader.ts';

/** A file at a path of the index. */
export interface IndexFile {
  /** Git's object id of the content. */
  object: string;
  /** Git's file mode: `100644` for a plain file, `120000` for a symbolic link. */
  mode: string;
  /** Size in bytes; null for other kinds of objects, such as a submodule. */
  size: number | null;
}

/** A path of the index with a changed content or kind. */
export interface IndexChange {
  /** Relative to the index: `extensions/gi/t-/git-lens.json`. */
  path: string;
  /** The new file; null where it was removed. */
  file: IndexFile | null;
}

/**
 * Lists the paths that differ between two commits of an index.
 *
 * @param between.from null lists everything at `to`
 * @param between.paths limits the list to these paths, where `from` is null
 * @throws RegistryError `git-failed`, also where a commit is unknown
 */
export async function listChanges(
  { directory, objects }: GitIndex,
  { from, to, paths }: { from: string | null; to: string; paths?: readonly string[] },
): Promise<IndexChange[]> {
  if (from === null) return listStanding(directory, { commit: to, paths: paths ?? [''] });
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', from, to, '--', indexRoot];
  const parts = (await git(directory, { args })).toString('utf8').split('\0');
  const changed: Promise<IndexChange>[] = [];
  // each record is `:100644 100644 <object before> <object now> M`, then the path
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , object = ''] = (parts[at] ?? '').split(' ');
    const path = relative(parts[at + 1] ?? '');
    changed.push(findFile({ mode, object }, objects).then((file) => ({ path, file })));
  }
  return Promise.all(changed);
}

async function findFile(
  { mode, object }: Omit<IndexFile, 'size'>,
  objects: ObjectReader,
): Promise<IndexFile | null> {
  if (mode === modes.none) return null;
  return { object, mode, size: mode === modes.submodule ? null : await objects.sizeOf(object) };
}

const modes = { none: '000000', submodule: '160000' };

/**
 * Lists all files at a commit, from lines of `100644 blob <object>    1234\t<path>`. The size of a non-file
 * is `-`.
 */
async function listStanding(
  directory: string,
  { commit, paths }: { commit: string; paths: readonly string[] },
): Promise<IndexChange[]> {
  const rooted = paths.map((path) => `${indexRoot}/${path}`);
  const args = ['ls-tree', '-r', '-z', '--long', commit, '--', ...rooted];
  const lines = (await git(directory, { args })).toString('utf8').split('\0');
  return lines.filter((line) => line !== '').map(parseLine);
}

function parseLine(line: string): IndexChange {
  const tab = line.indexOf('\t');
  const [mode = '', , object = '', size = ''] = line.slice(0, tab).split(/ +/);
  const bytes = /^\d+$/.test(size) ? Number(size) : null;
  return { path: relative(line.slice(tab + 1)), file: { object, mode, size: bytes } };
}

function relative(path: string): string {
  return path.slice(indexRoot.length + 1);
}
