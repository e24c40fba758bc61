import type { UnresolvedCode } from '@orchestra/core';
import { authoredFirst, type PlaceView, renderPlace } from './render-place.ts';
import { renderSection } from './render-section.ts';

/**
 * Renders unresolved code, with the reason and the permissions it may need: what several places have in common
 * is told once, at the first of them. Empty where there is none.
 */
export function renderUnresolved(unresolved: readonly UnresolvedCode[], view: PlaceView): string {
  const found = authoredFirst(unresolved).map(({ place, what, reason, permissions }) => ({
    place: renderPlace(place, view),
    told: [
      what,
      reasons[reason],
      permissions.length > 4 ? 'may need anything' : `may need ${permissions.join(', ')}`,
    ],
  }));
  const alike = Map.groupBy(found, ({ told }) => told.join('\0'));
  const rows = [...alike.values()].flatMap((group) => {
    const places = [...new Set(group.map(({ place }) => place))];
    const [first = ''] = places;
    const more = places.length === 1 ? '' : ` and ${places.length - 1} more`;
    return group.slice(0, 1).map(({ told }) => [`${first}${more}`, ...told]);
  });
  return renderSection('Can’t be resolved', { rows, style: view.style });
}

const reasons: Readonly<Record<UnresolvedCode['reason'], string>> = {
  'computed-access': 'a name that is computed',
  'passed-on': 'given to code that was not followed',
  'computed-module': 'a module whose name is computed',
  'outside-module': 'code that is not in the package',
  'evaluated-code': 'code that is made while it runs',
  'unknown-effect': 'what it does can not be told',
  unreadable: 'no JavaScript',
  'over-limit': 'too much to be analysed',
};
