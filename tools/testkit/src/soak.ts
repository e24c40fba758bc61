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
