import { type CodeReview, nameFew, nearest, RegistryError } from '@orchestra/core';
import type { Waiting } from './list-waiting.ts';

/** The most packages that an error names. */
const mostNamed = 10;

/**
 * Finds the packages of a queue that an operator names by `NAME`, where one version of it is meant,
 * `NAME@VERSION`, a SHA-256 or the first eight or more digits of one. The same bytes may have been asked about
 * by several accounts.
 *
 * @param from.state of several versions of a name, those in this state are meant, where there are any
 * @returns packages with the same bytes, at least one
 * @throws RegistryError `code-review-unknown` where the queue doesn't have it, `usage` where packages with
 *   different bytes may be meant
 */
export function requireWaiting(
  what: string,
  from: { waiting: readonly Waiting[]; state: CodeReview['state'] },
): [Waiting, ...Waiting[]] {
  const named = from.waiting.filter(({ review }) => isNamed(review, what));
  const found = named.length > 0 ? named : ofName(what, from);
  const [first, ...others] = found;
  if (first === undefined) throw notWaiting(what, from.waiting);
  if (others.every(({ review }) => review.sha256 === first.review.sha256))
    return [first, ...others];
  throw new RegistryError('usage', `'${what}' means ${found.length} packages in the queue`, {
    hint: [`Type one of these instead of '${what}':`, ...waysToName(found)].join('\n'),
  });
}

function isNamed({ name, version, sha256 }: CodeReview, what: string): boolean {
  return what === `${name}@${version}` || (what.length >= 8 && sha256.startsWith(what));
}

function ofName(what: string, { waiting, state }: Parameters<typeof requireWaiting>[1]): Waiting[] {
  const all = waiting.filter(({ review }) => review.name === what);
  const wanted = all.filter(({ review }) => review.state === state);
  return wanted.length > 0 ? wanted : all;
}

/** By version, where each has one of its own; else by digest, with the version and who asked. */
function waysToName(found: readonly Waiting[]): string[] {
  const versions = new Set(found.map(({ review }) => review.version));
  return found
    .slice(0, mostNamed)
    .map(({ review: { name, version, sha256, state, requestedBy } }) =>
      versions.size === found.length
        ? `${name}@${version} (${state})`
        : `${sha256} (${version}, ${state}, asked by ${requestedBy.login})`,
    );
}

function notWaiting(what: string, waiting: readonly Waiting[]): RegistryError {
  return new RegistryError('code-review-unknown', `'${what}' is not in the queue`, {
    hint: tellQueue(what, waiting),
  });
}

/** What is in the queue: versions of the same name, else of the nearest one, else the oldest. */
function tellQueue(what: string, waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return 'Nothing waits for a person.';
  const [name = ''] = what.split('@');
  const names = [...new Set(waiting.map(({ review }) => review.name))];
  const near = nearest(name, names);
  const versions = waiting.filter(({ review }) => review.name === near).map(nameOf);
  const meant = near === undefined ? '' : `Did you mean ${nameFew(versions, mostNamed)}? `;
  return `${meant}In the queue: ${nameFew(waiting.map(nameOf), mostNamed)}. See all of it: npm run registry -- clear`;
}

function nameOf({ review: { name, version, state } }: Waiting): string {
  return state === 'waiting' ? `${name}@${version}` : `${name}@${version} (${state})`;
}
