import type { BlamedLine } from '../services.ts';

type Told = Omit<Extract<BlamedLine, { isCommitted: true }>, 'line' | 'isCommitted' | 'hash'>;

/**
 * Reads what `git blame --incremental` writes: groups of lines, each with what is known of its commit, which is
 * told with its first group alone.
 *
 * @param output
 * @param file.name where the file is now: taken where git quotes the name that it had, or it was elsewhere
 * @param file.prefix where names are relative to, in the repository
 * @returns a record for each line, in order
 */
export function parseBlame(output: string, file: { name: string; prefix: string }): BlamedLine[] {
  const commits = new Map<string, Record<string, string>>();
  const blamed: BlamedLine[] = [];
  let group: { hash: string; first: number; count: number } | undefined;
  for (const row of output.split('\n')) {
    const [, hash, first, count] = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/.exec(row) ?? [];
    if (group === undefined) {
      if (hash === undefined) continue;
      group = { hash, first: Number(first), count: Number(count) };
      if (!commits.has(hash)) commits.set(hash, {});
      continue;
    }
    const [key = ''] = row.split(' ', 1);
    const told = commits.get(group.hash) ?? {};
    told[key] = row.slice(key.length + 1);
    if (key !== 'filename') continue; // which ends a group
    blamed.push(...linesOf(group, toldOf(told, file)));
    group = undefined;
  }
  return blamed.toSorted((left, right) => left.line - right.line);
}

function linesOf(group: { hash: string; first: number; count: number }, told: Told): BlamedLine[] {
  const { hash, first, count } = group;
  const isCommitted = !/^0+$/.test(hash);
  return Array.from({ length: count }, (_, at) =>
    isCommitted
      ? { line: first + at, isCommitted, hash, ...told }
      : { line: first + at, isCommitted },
  );
}

function toldOf(
  told: Record<string, string>,
  { name, prefix }: { name: string; prefix: string },
): Told {
  const { author = '', summary = '', filename = '' } = told;
  const isQuoted = filename.startsWith('"');
  const isInside = !isQuoted && filename !== '' && filename.startsWith(prefix);
  return {
    author,
    date: toIso(Number(told['author-time'] ?? 0), told['author-tz'] ?? '+0000'),
    summary,
    path: isInside ? filename.slice(prefix.length) : name,
  };
}

/** @param zone as git writes it: `+0530` */
function toIso(seconds: number, zone: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const there = new Date((seconds + offset * 60) * 1000);
  return `${there.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
