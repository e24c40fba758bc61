import { tellCause } from '../protocol/tell-cause.ts';
import type { WireCause } from '../protocol/wire-value.ts';
import { renderSourcePlace, type SourcePlaces } from './source-places.ts';

/** What is behind errors of extensions, for people. */
const noted = new WeakMap<Error, readonly string[]>();

/**
 * What is behind an error of an extension, with places of its sources:
 * `Caused by TypeError: it has no name, at src/main.ts:3:5`. The nearest first; empty where nothing is.
 */
export function causesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return noted.get(error) ?? (error.cause === undefined ? [] : causesOf(error.cause));
}

/** Keeps what is behind an error. */
export function noteCauses(error: Error, causes: readonly string[]): Error {
  if (causes.length > 0) noted.set(error, causes);
  return error;
}

/** Says each cause with its place, where it has one in the sources. */
export function tellCauses(causes: readonly WireCause[], places: SourcePlaces): string[] {
  return causes.map((cause) => {
    const place = places.find(cause.stack ?? '');
    return `${tellCause(cause)}${place === null ? '' : `, at ${renderSourcePlace(place)}`}`;
  });
}
