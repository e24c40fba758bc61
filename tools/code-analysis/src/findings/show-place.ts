import type { Place } from '@orchestra/core';

/** `src/main.ts:3:12`: the author's place where a source map tells it, else that in the package. */
export function showPlace(place: Place): string {
  const { file, line, column } = place.source ?? place;
  return `${file}:${line}:${column}`;
}

/** ` (dist/main.js:1:2045)` behind an author's place, since a source map may say anything; else nothing. */
export function describePlace({ file, line, column, source }: Place): string {
  return source === undefined ? '' : ` (${file}:${line}:${column})`;
}
