import { type Commit, readCommit } from './read-commit.ts';

/**
 * Lists the commits that some commit has in its history, itself among them: the newest first, and none before
 * one that came of it.
 *
 * @param range.from the commits that, with their histories, are left out
 * @param range.most how many are listed; all, unless told
 */
export async function listCommits(
  directory: string,
  range: { from?: readonly string[]; to: string; most?: number },
): Promise<Commit[]> {
  const { from = [], to, most = Infinity } = range;
  const seen = new Set(from.length === 0 ? [] : await listIds(directory, from));
  const listed: Commit[] = [];
  let waiting = await readUnseen(directory, [to], seen);
  for (let [commit] = waiting; commit !== undefined && listed.length < most; [commit] = waiting) {
    listed.push(commit);
    const parents = await readUnseen(directory, commit.parents, seen);
    waiting = [...waiting.slice(1), ...parents].toSorted(byTime);
  }
  return listed;
}

function byTime({ committer: one }: Commit, { committer: other }: Commit): number {
  return Date.parse(other.date) - Date.parse(one.date);
}

/** The ids of some commits and of all in their histories. */
async function listIds(directory: string, names: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = await readUnseen(directory, names, seen);
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop())
    waiting.push(...(await readUnseen(directory, commit.parents, seen)));
  return seen;
}

async function readUnseen(
  directory: string,
  ids: readonly string[],
  seen: Set<string>,
): Promise<Commit[]> {
  const read: Commit[] = [];
  for (const id of ids) {
    if (seen.has(id)) continue;
    seen.add(id);
    const commit = await readCommit(directory, id);
    if (commit !== null) read.push(commit);
  }
  return read;
}

/** How many commits a commit has that another one hasn't. */
export async function countCommits(
  directory: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  return (await listCommits(directory, { from: [from], to })).length;
}

/** True where a commit is another one or in its history. */
export async function isAncestor(
  directory: string,
  commit: string,
  descendant: string,
): Promise<boolean> {
  return (await listIds(directory, [descendant])).has(commit);
}

/** The commit that two have in common and that no other such came of; null where they have none. */
export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | null> {
  const ofOther = await listIds(directory, [other]);
  const common = (await listCommits(directory, { to: one })).filter(({ sha }) => ofOther.has(sha));
  const passed = new Set(common.flatMap(({ parents }) => parents));
  return common.find(({ sha }) => !passed.has(sha))?.sha ?? null;
}
