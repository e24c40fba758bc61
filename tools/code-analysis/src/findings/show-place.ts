import type { Place } from '@orchestra/core';

/**
 * Formats a place as `src/main.ts:3:12`: the author's if a source map has it, otherwise the one in the
 * package.
 */
export function showPlace(place: Place): string {
  const { file, line, column } = place.source ?? place;
  return `${file}:${line}:${column}`;
}

/**
 * Formats the place in the package, ` (dist/main.js:1:2045)`, to append to the author's, because a source map
 * may claim anything; empty without a source map.
 */
export function describePlace({ file, line, column, source }: Place): string {
  return source === undefined ? '' : ` (${file}:${line}:${column})`;
}
