import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, askObject, runGit } from './git.ts';

/** A ref and the object that it names. */
export interface Ref {
  /** `refs/heads/main` */
  name: string;
  sha: string;
  type: 'commit' | 'tag' | 'blob' | 'tree';
}

/** The object that a full ref names; null where there is none. */
export async function readRef(directory: string, name: string): Promise<string | null> {
  const isPlain = /^refs(?:\/[\w-]+(?:\.[\w-]+)*)+$/.test(name);
  const read = isPlain ? await readRefFile(directory, name) : undefined;
  return read === undefined ? revParse(directory, name) : read;
}

/** Most of what is asked of git is a ref's file, which takes no process. @returns undefined where only git knows */
async function readRefFile(directory: string, name: string): Promise<string | null | undefined> {
  const text = await readFile(join(directory, name), 'utf8').catch(() => null);
  if (text === null) return (await hasPackedRefs(directory)) ? undefined : null;
  return isObjectId(text.trim()) ? text.trim() : undefined;
}

function hasPackedRefs(directory: string): Promise<boolean> {
  return access(join(directory, 'packed-refs')).then(
    () => true,
    () => false,
  );
}

async function revParse(directory: string, name: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  const { exitCode, stdout } = await askObject(directory, {
    name: name.replace('^{commit}', ''),
    args,
  });
  return exitCode === 0 ? stdout.toString('utf8').trim() : null;
}

/** The commit that a branch, a tag or an id names, in this order; null where there is none. */
export async function resolveCommit(directory: string, name: string): Promise<string | null> {
  for (const ref of [`refs/heads/${name}`, `refs/tags/${name}`]) {
    const sha = await readRef(directory, ref);
    const commit = sha === null ? null : await revParse(directory, `${sha}^{commit}`);
    if (commit !== null) return commit;
  }
  return revParse(directory, `${name}^{commit}`);
}

/** Branches and tags whose full names begin with a prefix. */
export async function listRefs(directory: string, prefix = ''): Promise<Ref[]> {
  const format = '--format=%(refname) %(objectname) %(objecttype)';
  const printed = await git(directory, {
    args: ['for-each-ref', format, 'refs/heads/', 'refs/tags/'],
  });
  return printed
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith(prefix) && line !== '')
    .map((line) => {
      const [name = '', sha = '', type] = line.split(' ');
      return { name, sha, type: isRefType(type) ? type : 'commit' };
    });
}

function isRefType(type: string | undefined): type is Ref['type'] {
  return type === 'commit' || type === 'tag' || type === 'blob' || type === 'tree';
}

/**
 * Sets a ref, or removes it.
 *
 * @param change.before what it must be now; 40 zeros where it must not be there
 * @returns false where git refuses: it is something else now, or the name is no ref's
 */
export async function updateRef(
  directory: string,
  change: { name: string; before?: string; after: string | null },
): Promise<boolean> {
  const { name, before, after } = change;
  const expected = before === undefined ? [] : [before];
  const args =
    after === null
      ? ['update-ref', '-d', name, ...expected]
      : ['update-ref', name, after, ...expected];
  return (await runGit(directory, { args })).exitCode === 0;
}

/** True where a name is that of a ref that git takes. */
export async function isRefName(directory: string, name: string): Promise<boolean> {
  return (await runGit(directory, { args: ['check-ref-format', name] })).exitCode === 0;
}

/** True for the id of an object, whole. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

/** An id that names nothing. */
export const noObject = '0'.repeat(40);
