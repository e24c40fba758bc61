import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many times as much as `npm test` this run may try: 1, or in `npm run soak` more. */
    soak: number;
  }
}

/**
 * How many of very many cases a test tries: in `npm test` always the same few, in `npm run soak` many
 * times as many. Such a test has the tag `soak`.
 *
 * @param few in `npm test`
 * @param all where there are only so many
 */
export function soak(few: number, all = Infinity): number {
  return Math.min(few * inject('soak'), all);
}

/**
 * The cases of a list that a test tries: in `npm test` always the same few, the first and the last among
 * them; in `npm run soak` many times as many.
 *
 * @param few in `npm test`, at least two
 */
export function soakOf<T>(cases: readonly T[], few: number): T[] {
  const count = soak(few, cases.length);
  const apart = (cases.length - 1) / (count - 1);
  const chosen = new Set(Array.from({ length: count }, (_, nth) => Math.round(nth * apart)));
  return cases.filter((_, nth) => chosen.has(nth));
}
