import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { git, runGit } from './git.ts';
import { isObjectId, peel } from './loose-objects.ts';
import { typeOf } from './objects.ts';

/** A ref and the object that it names. */
export interface Ref {
  /** `refs/heads/main` */
  name: string;
  sha: string;
  type: 'commit' | 'tag' | 'blob' | 'tree';
}

/** An id that names nothing. */
export const noObject = '0'.repeat(40);

/** The object that a full ref names; null where there is none. */
export async function readRef(directory: string, name: string): Promise<string | null> {
  const read = isPlain(name) ? await readRefFile(directory, name) : undefined;
  return read === undefined ? revParse(directory, name) : read;
}

/** True for the name of a ref that needs no judgement of git's. */
function isPlain(name: string): boolean {
  return /^refs(?:\/[\w-]+(?:\.[\w-]+)*)+$/.test(name) && !/\.lock(?:\/|$)/.test(name);
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
  const { exitCode, stdout } = await runGit(directory, { args });
  return exitCode === 0 ? stdout.toString('utf8').trim() : null;
}

/** The commit that a branch, a tag or an id names, in this order; null where there is none. */
export async function resolveCommit(directory: string, name: string): Promise<string | null> {
  for (const ref of [`refs/heads/${name}`, `refs/tags/${name}`]) {
    const sha = await readRef(directory, ref);
    const commit = sha === null ? null : await peel(directory, { sha, to: 'commit' });
    if (commit !== null) return commit;
  }
  if (isObjectId(name)) return peel(directory, { sha: name, to: 'commit' });
  return revParse(directory, `${name}^{commit}`);
}

/** Branches and tags whose full names begin with a prefix. */
export async function listRefs(directory: string, prefix = ''): Promise<Ref[]> {
  const names = (await listNames(directory)).filter(
    (name) => /^refs\/(?:heads|tags)\//.test(name) && name.startsWith(prefix),
  );
  const refs: Ref[] = [];
  for (const name of names) {
    const sha = await readRef(directory, name);
    const type = sha === null ? null : await typeOf(directory, sha);
    if (sha !== null) refs.push({ name, sha, type: isRefType(type) ? type : 'commit' });
  }
  return refs;
}

/** Full names of all refs, in their order. */
export async function listNames(directory: string): Promise<string[]> {
  if (await hasPackedRefs(directory)) {
    const printed = await git(directory, { args: ['for-each-ref', '--format=%(refname)'] });
    return printed.toString('utf8').trim().split('\n');
  }
  const place = join(directory, 'refs');
  const found = await readdir(place, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}

function isRefType(type: string | null): type is Ref['type'] {
  return type === 'commit' || type === 'tag' || type === 'blob' || type === 'tree';
}

/** A ref that is to be set, or removed. */
interface RefChange {
  name: string;
  /** What it must be now; 40 zeros where it must not be there. */
  before?: string;
  /** An object that is there; null removes the ref. */
  after: string | null;
}

/** Sets a ref, or removes it. @returns false where git refuses: it is something else now, or the name is no ref's */
export async function updateRef(directory: string, change: RefChange): Promise<boolean> {
  const { name, before, after } = change;
  const isPlainChange =
    after !== null && isPlain(name) && (await typeOf(directory, after)) === 'commit';
  const written = isPlainChange
    ? await writeRefFile(directory, { name, before, after })
    : undefined;
  if (written !== undefined) return written;
  const expected = before === undefined ? [] : [before];
  const args =
    after === null
      ? ['update-ref', '-d', name, ...expected]
      : ['update-ref', name, after, ...expected];
  return (await runGit(directory, { args })).exitCode === 0;
}

/** Sets a ref as git does, which is held off meanwhile by a file beside it. @returns undefined where only git can */
async function writeRefFile(
  directory: string,
  { name, before, after }: { name: string; before: string | undefined; after: string },
): Promise<boolean | undefined> {
  const file = join(directory, name);
  const lock = `${file}.lock`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(lock, `${after}\n`, { flag: 'wx' });
  } catch {
    return undefined; // someone else has it, or a ref stands where a folder is to be
  }
  try {
    const present = await readRefFile(directory, name);
    if (present === undefined) return undefined;
    if (before !== undefined && before !== (present ?? noObject)) return false;
    await rename(lock, file);
    return true;
  } catch {
    return undefined; // refs stand below this name
  } finally {
    await rm(lock, { force: true });
  }
}

/** True where a name is that of a ref that git takes. */
export async function isRefName(directory: string, name: string): Promise<boolean> {
  if (isPlain(name)) return true;
  return (await runGit(directory, { args: ['check-ref-format', name] })).exitCode === 0;
}
