import { rm } from 'node:fs/promises';
import { git, askObject, runGit, runGitOnce } from './git.ts';
import { isObjectId } from './refs.ts';

/** An entry of a tree. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Of blobs. */
  size: number | null;
}

/** Reads a blob; null where there is none of that id. */
export async function readBlob(directory: string, sha: string): Promise<Buffer | null> {
  if (!isObjectId(sha)) return null;
  const { exitCode, stdout } = await runGit(directory, { args: ['cat-file', 'blob', sha] });
  return exitCode === 0 ? stdout : null;
}

/** Writes a blob. @returns its id */
export async function writeBlob(directory: string, bytes: Uint8Array): Promise<string> {
  const args = ['hash-object', '-w', '--stdin'];
  return (await git(directory, { args, input: bytes })).toString('utf8').trim();
}

/** What an id names: `blob`, `tree`, `commit` or `tag`; null where it names nothing. */
export async function typeOf(directory: string, sha: string): Promise<string | null> {
  if (!isObjectId(sha)) return null;
  const { exitCode, stdout } = await runGitOnce(directory, ['cat-file', '-t', sha]);
  return exitCode === 0 ? stdout.toString('utf8').trim() : null;
}

/**
 * Lists a tree; null where there is none.
 *
 * @param options.path of a folder or a file in it: then only what is there
 * @param options.recursive true for what is in its folders as well
 */
export async function listTree(
  directory: string,
  tree: string,
  options: { path?: string; recursive?: boolean } = {},
): Promise<TreeEntry[] | null> {
  const { path, recursive = false } = options;
  const call = ['ls-tree', '-z', '--long', ...(recursive ? ['-r', '-t'] : []), tree];
  const args = path === undefined ? call : [...call, '--', path];
  const { exitCode, stdout } = await askObject(directory, {
    name: tree,
    args: ['--literal-pathspecs', ...args],
  });
  if (exitCode !== 0) return null;
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map(toTreeEntry);
}

function toTreeEntry(line: string): TreeEntry {
  const [facts = '', path = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = ''] = facts.split(/ +/);
  return {
    path,
    mode,
    type: type === 'tree' || type === 'commit' ? type : 'blob',
    sha,
    size: size === '-' ? null : Number(size),
  };
}

/**
 * Writes a tree: another one with some paths set or removed.
 *
 * @param change.base the tree to begin with; null for an empty one
 * @param change.entries a null `sha` removes
 * @returns its id; null where an entry is none that git takes
 */
export async function writeTree(
  directory: string,
  change: {
    base: string | null;
    entries: readonly { path: string; mode: string; sha: string | null }[];
    /** A file that only this call uses. */
    index: string;
  },
): Promise<string | null> {
  const env = { GIT_INDEX_FILE: change.index };
  if (change.base !== null) await git(directory, { args: ['read-tree', change.base], env });
  const input = change.entries
    .map(({ path, mode, sha }) =>
      sha === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
    )
    .join('');
  const args = ['update-index', '-z', '--add', '--replace', '--index-info'];
  const { exitCode } = await runGit(directory, { args, env, input });
  const written = exitCode === 0 ? await git(directory, { args: ['write-tree'], env }) : null;
  await rm(change.index, { force: true });
  return written === null ? null : written.toString('utf8').trim();
}
