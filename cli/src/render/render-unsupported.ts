import type { UnsupportedUse } from '@orchestra/core';
import { authoredFirst, type PlaceView, renderPlace } from './render-place.ts';
import { renderSection } from './render-section.ts';

/** What code asks for and Orchestra does not have; empty without any. */
export function renderUnsupported(unsupported: readonly UnsupportedUse[], view: PlaceView): string {
  const rows = authoredFirst(unsupported).map(({ feature, call, place }) => [
    renderPlace(place, view),
    call,
    feature,
  ]);
  return renderSection('Not supported here', { rows, style: view.style });
}
