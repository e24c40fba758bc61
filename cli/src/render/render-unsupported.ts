import type { UnsupportedUse } from '@orchestra/core';
import { authoredFirst, type PlaceView, renderPlace } from './render-place.ts';
import { renderSection } from './render-section.ts';

/** Renders the unsupported features that code uses; empty where there are none. */
export function renderUnsupported(unsupported: readonly UnsupportedUse[], view: PlaceView): string {
  const rows = authoredFirst(unsupported).map(({ feature, call, place }) => [
    renderPlace(place, view),
    call,
    feature,
  ]);
  return renderSection('Not supported here', { rows, style: view.style });
}
