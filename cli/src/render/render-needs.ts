import {
  isUnread,
  type MissingModule,
  nameFew,
  type PackageAnalysis,
  permissionTexts,
  type UsedPermission,
} from '@orchestra/core';
import { plain, renderTable } from '@orchestra/terminal';
import { authoredFirst, type PlaceView, renderPlace } from './render-place.ts';
import { distinctRows } from './render-section.ts';

const mostPlaces = 3;
const mostNames = 5;

/** What is known of the needs of code. */
export interface KnownNeeds extends Pick<
  PackageAnalysis,
  'permissions' | 'unresolved' | 'missing'
> {
  /** Paths of code that couldn't be read at all. */
  unread?: readonly string[];
}

/**
 * Renders the permissions that code uses, each with the first places that need it, and of which code they
 * aren't known. Never says that code needs none where some of it wasn't read or isn't there.
 */
export function renderNeeds(known: KnownNeeds, view: PlaceView): string {
  const { permissions, unresolved } = known;
  const { style } = view;
  const label = style.yellow(view.packed === undefined ? 'not known yet' : 'not known');
  const unknown = tellUnknown(known).map((text) => `  ${label}: ${plain(text)}`);
  if (permissions.length > 0) {
    return [
      renderTable(permissions.flatMap((used) => permissionRows(used, view))),
      ...unknown,
    ].join('\n');
  }
  if (unknown.length > 0) return unknown.join('\n');
  return unresolved.length === 0
    ? `  ${style.green('no permissions')}`
    : `  ${style.yellow('nobody can tell by reading it')}`;
}

/** Says which code wasn't read, a sentence a reason. */
function tellUnknown({ permissions, unresolved, unread = [], missing = [] }: KnownNeeds): string[] {
  const cut = authoredFirst(unresolved.filter(isUnread)).map(({ place }) => place.file);
  // what is loaded later, or perhaps, is often left out on purpose: it is told where nothing else is
  const counted = missing.filter(
    (one) => isOwn(one) && (one.isCertain || permissions.length === 0),
  );
  const absent = [...new Set(counted.map(({ module }) => `'${module}'`))];
  return [
    ...(unread.length === 0 ? [] : [`${nameFew(unread, mostNames)} couldn’t be read`]),
    ...(cut.length === 0 ? [] : [`${nameFew(cut, mostNames)} couldn’t be read to the end`]),
    ...(absent.length === 0
      ? []
      : [
          `${nameFew(absent, mostNames)} ${absent.length === 1 ? 'isn’t' : 'aren’t'} in the package`,
        ]),
  ];
}

/** True for code that the extension would have to bring: not for what the app gives to extensions. */
function isOwn({ inProgram, module }: MissingModule): boolean {
  return inProgram === undefined && !/^(?:vscode|@raycast\/\w+|@orchestra\/api)$/.test(module);
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
