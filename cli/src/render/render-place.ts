import type { Place } from '@orchestra/core';
import { describePlace, showPlace } from '@orchestra/code-analysis';
import type { Style } from '@orchestra/terminal';

/** Options for rendering places in code. */
export interface PlaceView {
  style: Style;
  /**
   * Also shows the place in the package, because an untrusted source map may claim any place in the source.
   */
  packed?: true;
}

/** Renders a place as `src/main.ts:3:12`; for an untrusted package, ` (dist/main.js:1:2045)` is appended. */
export function renderPlace(place: Place, { packed }: PlaceView): string {
  return packed === undefined ? showPlace(place) : showPlace(place) + describePlace(place);
}

/** Sorts findings in the author's own code before those in packages. */
export function authoredFirst<T extends { place: Place }>(found: readonly T[]): T[] {
  const isOwn = ({ place }: T) => !/(?:^|\/)node_modules\//.test(showPlace(place));
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}
