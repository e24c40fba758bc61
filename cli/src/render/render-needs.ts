import { type Analysis, permissionTexts, type UsedPermission } from '@orchestra/core';
import { plain, renderTable } from '@orchestra/terminal';
import { authoredFirst, type PlaceView, renderPlace } from './render-place.ts';
import { distinctRows } from './render-section.ts';

const mostPlaces = 3;

/** Renders the permissions that code uses, each with the first places that need it. */
export function renderNeeds(
  { permissions, unresolved }: Pick<Analysis, 'permissions' | 'unresolved'>,
  view: PlaceView,
): string {
  const { style } = view;
  if (permissions.length === 0) {
    return unresolved.length === 0
      ? `  ${style.green('no permissions')}`
      : `  ${style.yellow('nobody can tell by reading it')}`;
  }
  return renderTable(permissions.flatMap((used) => permissionRows(used, view)));
}

function permissionRows(
  { permission, count: all, uses }: UsedPermission,
  view: PlaceView,
): string[][] {
  const { style } = view;
  const places = distinctRows(
    authoredFirst(uses).map(({ call, place }) => [renderPlace(place, view), call]),
  );
  const first = places.slice(0, mostPlaces).map((row) => row.map(plain));
  const more = all > first.length ? [[style.dim(`and ${all - first.length} more`)]] : [];
  const colour = permissionTexts[permission].dangerous ? style.red : style.cyan;
  return [...first, ...more].map((row, at) => ['', at === 0 ? colour(permission) : '', ...row]);
}
