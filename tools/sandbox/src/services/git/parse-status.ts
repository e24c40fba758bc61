import type { GitService } from '../services.ts';

/**
 * Reads what `git status --porcelain=v2 --branch -z` prints. Source: git-status(1), "Porcelain Format Version 2".
 *
 * @param printed
 * @param prefix with which each path begins, and which is left out
 */
export function parseStatus(
  printed: string,
  prefix: string,
): Awaited<ReturnType<GitService['status']>> {
  const status: Awaited<ReturnType<GitService['status']>> = {
    branch: undefined,
    staged: [],
    modified: [],
    untracked: [],
    ahead: 0,
    behind: 0,
  };
  for (const record of printed.split('\0')) {
    const kind = record[0];
    if (kind === '#') readHeader(record, status);
    else if (kind === '?') status.untracked.push(record.slice(2 + prefix.length));
    else if (kind === '1' || kind === 'u') {
      const path = record
        .split(' ')
        .slice(kind === '1' ? 8 : 10)
        .join(' ')
        .slice(prefix.length);
      if (kind === '1' && record[2] !== '.') status.staged.push(path);
      if (kind === 'u' || record[3] !== '.') status.modified.push(path); // a conflict has to be mended first
    }
  }
  return status;
}

function readHeader(record: string, status: Awaited<ReturnType<GitService['status']>>): void {
  const head = /^# branch\.head (.+)$/.exec(record)?.[1];
  if (head !== undefined && head !== '(detached)') status.branch = head;
  const apart = /^# branch\.ab \+(\d+) -(\d+)$/.exec(record);
  if (apart !== null) [status.ahead, status.behind] = [Number(apart[1]), Number(apart[2])];
}
