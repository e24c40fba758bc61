import { rm } from 'node:fs/promises';
import { git, runGit } from './git.ts';
import { type PlainEntry, readTree } from './list-tree.ts';
import { readObject, writeObject } from './loose-objects.ts';

/** What is to stand at a path of a tree; a null `sha` removes what does. */
export interface TreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

/**
 * Writes a tree: another one with some paths set or removed.
 *
 * @param change.base the tree to begin with, or its commit; null for an empty one
 * @returns its id; null where an entry is none that git takes
 */
export async function writeTree(
  directory: string,
  change: {
    base: string | null;
    entries: readonly TreeChange[];
    /** A file that only this call uses. */
    index: string;
  },
): Promise<string | null> {
  const { base, entries } = change;
  for (const entry of entries) {
    if (!(await isPlain(directory, entry))) return writeByGit(directory, change);
  }
  const changes = entries.map((entry) => ({ ...entry, names: entry.path.split('/') }));
  const written = await edit(directory, { base, changes });
  return written ?? writeObject(directory, { type: 'tree', bytes: Buffer.alloc(0) });
}

/** True for files at paths that need no judgement of git's. */
async function isPlain(directory: string, { path, mode, sha }: TreeChange): Promise<boolean> {
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)) return false;
  if (sha === null) return true;
  return /^(?:100644|100755|120000)$/.test(mode) && (await readObject(directory, sha)) !== null;
}

/** @returns the id of the tree; null where nothing is left in it */
async function edit(
  directory: string,
  {
    base,
    changes,
  }: { base: string | null; changes: readonly (TreeChange & { names: string[] })[] },
): Promise<string | null> {
  const present = base === null ? [] : ((await readTree(directory, base)) ?? []);
  const entries = new Map(present.map((entry) => [entry.path, entry]));
  for (const [name, own] of Map.groupBy(changes, ({ names }) => names[0] ?? '')) {
    const here = own.findLast(({ names }) => names.length === 1);
    if (here?.sha === null) entries.delete(name);
    else if (here !== undefined)
      entries.set(name, { path: name, mode: here.mode, type: 'blob', sha: here.sha });
    const inner = own
      .filter(({ names }) => names.length > 1)
      .map((change) => ({ ...change, names: change.names.slice(1) }));
    if (inner.length === 0) continue;
    const folder = entries.get(name)?.type === 'tree' ? (entries.get(name)?.sha ?? null) : null;
    const sha = await edit(directory, { base: folder, changes: inner });
    if (sha !== null) entries.set(name, { path: name, mode: '040000', type: 'tree', sha });
    else if (folder !== null) entries.delete(name);
  }
  if (entries.size === 0) return null;
  return writeObject(directory, { type: 'tree', bytes: serialize([...entries.values()]) });
}

/** In git's order, in which a folder is named with a slash. */
function serialize(entries: readonly PlainEntry[]): Buffer {
  const key = ({ path, type }: PlainEntry) => Buffer.from(type === 'tree' ? `${path}/` : path);
  const sorted = entries.toSorted((one, other) => Buffer.compare(key(one), key(other)));
  return Buffer.concat(
    sorted.flatMap(({ mode, path, sha }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  );
}

async function writeByGit(
  directory: string,
  change: Parameters<typeof writeTree>[1],
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
