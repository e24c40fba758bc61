import { type Analysis, permissionTexts, showPlace, type UsedPermission } from '@orchestra/core';
import { ownFirst } from './own-first.ts';
import { plain } from './plain.ts';
import { distinctRows } from './render-section.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';

const mostPlaces = 3;

/** The permissions that code uses, each with the first places that need it. */
export function renderNeeds(
  { permissions, unresolved }: Pick<Analysis, 'permissions' | 'unresolved'>,
  style: Style,
): string {
  if (permissions.length === 0) {
    return unresolved.length === 0
      ? `  ${style.green('no permissions')}`
      : `  ${style.yellow('nobody can tell by reading it')}`;
  }
  return renderTable(permissions.flatMap((used) => permissionRows(used, style)));
}

function permissionRows(
  { permission, count: all, uses }: UsedPermission,
  style: Style,
): string[][] {
  const places = distinctRows(ownFirst(uses).map(({ call, place }) => [showPlace(place), call]));
  const first = places.slice(0, mostPlaces).map((row) => row.map(plain));
  const more = all > first.length ? [[style.dim(`and ${all - first.length} more`)]] : [];
  const colour = permissionTexts[permission].dangerous ? style.red : style.cyan;
  return [...first, ...more].map((row, at) => ['', at === 0 ? colour(permission) : '', ...row]);
}
