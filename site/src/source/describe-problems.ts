import type { EntryProblem } from '../build/choose-shown.ts';

/** Most extensions that are listed by name. */
const mostTold = 20;

/** Describes for each extension why nothing new of it is shown, and what is shown instead: one line each. */
export function describeProblems(problems: readonly EntryProblem[]): string[] {
  const lines = problems.slice(0, mostTold).map(describe);
  const more = problems.length - lines.length;
  return more === 0 ? lines : [...lines, `The same goes for ${more} more`];
}

function describe({ name, message, kept }: EntryProblem): string {
  const shown = kept ? 'its page stays as it was' : 'the site shows nothing of it';
  return `The entry of ${name} can't be read, and ${shown}: ${message}`;
}
