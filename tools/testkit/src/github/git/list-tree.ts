import { peel, readObject } from './loose-objects.ts';

/** An entry of a tree. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Of blobs. */
  size: number | null;
}

/** An entry as its tree holds it: without what its blob would tell. */
export type PlainEntry = Omit<TreeEntry, 'size'>;

/**
 * Lists a tree, or that of a commit; null where there is none.
 *
 * @param options.recursive true for what is in its folders as well
 */
export async function listTree(
  directory: string,
  tree: string,
  { recursive = false }: { recursive?: boolean } = {},
): Promise<TreeEntry[] | null> {
  const entries = await readTree(directory, tree);
  if (entries === null) return null;
  const listed: TreeEntry[] = [];
  for (const entry of entries) {
    listed.push(await measure(directory, entry));
    if (!recursive || entry.type !== 'tree') continue;
    const inner = (await listTree(directory, entry.sha, { recursive })) ?? [];
    for (const one of inner) listed.push({ ...one, path: `${entry.path}/${one.path}` });
  }
  return listed;
}

/** The entry of a path, in a tree or in that of a commit; null where there is none. */
export async function findEntry(
  directory: string,
  tree: string,
  path: string,
): Promise<TreeEntry | null> {
  let entry: PlainEntry | undefined;
  let within: string | null = tree;
  for (const name of path.split('/')) {
    const entries: PlainEntry[] | null = within === null ? null : await readTree(directory, within);
    entry = entries?.find((one) => one.path === name);
    within = entry?.type === 'tree' ? entry.sha : null;
  }
  return entry === undefined ? null : measure(directory, { ...entry, path });
}

async function measure(directory: string, entry: PlainEntry): Promise<TreeEntry> {
  const blob = entry.type === 'blob' ? await readObject(directory, entry.sha) : null;
  return { ...entry, size: blob?.bytes.length ?? null };
}

/** The entries of a tree, or of that of a commit, in git's order; null where there is none. */
export async function readTree(directory: string, name: string): Promise<PlainEntry[] | null> {
  const sha = await peel(directory, { sha: name, to: 'tree' });
  const object = sha === null ? null : await readObject(directory, sha);
  return object === null ? null : parseTree(object.bytes);
}

/** `MODE NAME\0`, then the twenty bytes of an id. */
function parseTree(bytes: Buffer): PlainEntry[] {
  const entries: PlainEntry[] = [];
  for (let position = 0; position < bytes.length;) {
    const space = bytes.indexOf(' ', position);
    const end = bytes.indexOf(0, space);
    const mode = bytes.toString('latin1', position, space).padStart(6, '0');
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    const sha = bytes.toString('hex', end + 1, end + 21);
    entries.push({ path: bytes.toString('utf8', space + 1, end), mode, type, sha });
    position = end + 21;
  }
  return entries;
}
