import type { EntryProblem } from '../build/choose-shown.ts';

/** So many are told by name. */
const mostTold = 20;

/** Says of each extension why a site shows nothing new of it, and what it shows instead: a line each. */
export function describeProblems(problems: readonly EntryProblem[]): string[] {
  const lines = problems.slice(0, mostTold).map(describe);
  const more = problems.length - lines.length;
  return more === 0 ? lines : [...lines, `The same goes for ${more} more`];
}

function describe({ name, message, kept }: EntryProblem): string {
  const shown = kept ? 'its page stays as it was' : 'the site shows nothing of it';
  return `The entry of ${name} can't be read, and ${shown}: ${message}`;
}
