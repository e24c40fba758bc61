import { git } from './git.ts';
import { indexRoot } from '@orchestra/core';

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
 * @param directory of the bare repository
 * @param between.from null lists everything at `to`
 * @param between.paths limits the list to these paths, where `from` is null
 * @throws RegistryError `git-failed`, also where a commit is unknown
 */
export async function listChanges(
  directory: string,
  { from, to, paths }: { from: string | null; to: string; paths?: readonly string[] },
): Promise<IndexChange[]> {
  if (from === null) return listStanding(directory, { commit: to, paths: paths ?? [''] });
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', from, to, '--', indexRoot];
  const parts = (await git(directory, { args })).toString('utf8').split('\0');
  const changed: { path: string; mode: string; object: string }[] = [];
  // each record is `:100644 100644 <object before> <object now> M`, then the path
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , object = ''] = (parts[at] ?? '').split(' ');
    changed.push({ path: relative(parts[at + 1] ?? ''), mode, object });
  }
  const sizes = await readSizes(
    directory,
    changed.filter(({ mode }) => stands(mode)).map(({ object }) => object),
  );
  return changed.map(({ path, mode, object }) => ({
    path,
    file: stands(mode) ? { object, mode, size: sizes.get(object) ?? null } : null,
  }));
}

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

async function readSizes(
  directory: string,
  objects: readonly string[],
): Promise<Map<string, number>> {
  if (objects.length === 0) return new Map();
  const listed = await git(directory, {
    args: ['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)', '--buffer'],
    input: objects.map((object) => `${object}\n`).join(''),
  });
  const lines = listed.toString('utf8').split('\n');
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [, object, size] = /^(\w+) blob (\d+)$/.exec(line) ?? [];
      return object === undefined ? [] : [[object, Number(size)]];
    }),
  );
}

function stands(mode: string): boolean {
  return mode !== '000000';
}

function relative(path: string): string {
  return path.slice(indexRoot.length + 1);
}
