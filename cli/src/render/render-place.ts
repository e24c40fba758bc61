import type { Place } from '@orchestra/core';
import { describePlace, showPlace } from '@orchestra/code-analysis';
import type { Style } from '@orchestra/terminal';

/** How places in code are shown. */
export interface PlaceView {
  style: Style;
  /** The place in the package as well: the author's is what a source map of somebody else claims. */
  packed?: true;
}

/** `src/main.ts:3:12`, of a stranger's package ` (dist/main.js:1:2045)` behind it. */
export function renderPlace(place: Place, { packed }: PlaceView): string {
  return packed === undefined ? showPlace(place) : showPlace(place) + describePlace(place);
}

/** What stands in the author's own code before what stands in that of packages. */
export function authoredFirst<T extends { place: Place }>(found: readonly T[]): T[] {
  const isOwn = ({ place }: T) => !/(?:^|\/)node_modules\//.test(showPlace(place));
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}
