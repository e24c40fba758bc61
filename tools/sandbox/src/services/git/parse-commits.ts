import type { Commit } from '../services.ts';

/** What `git log -z` is asked to write of each commit. */
export const commitFormat = '%H%x00%an%x00%aI%x00%B';

/** Reads commits in {@link commitFormat}. */
export function parseCommits(log: string): Commit[] {
  const fields = log.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [hash = '', author = '', date = '', message = ''] = fields.slice(at, at + 4);
    commits.push({ hash, author, date, message: message.trimEnd() });
  }
  return commits;
}
