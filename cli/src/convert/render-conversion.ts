import {
  permissionTexts,
  type Place,
  type UnresolvedCode,
  type UsedPermission,
} from '@orchestra/core';
import { count } from '../render/format.ts';
import { plain } from '../render/plain.ts';
import { renderDiff } from '../render/render-diff.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import type { Conversion, FoundCode } from './conversion.ts';

const mostPlaces = 3;
const mostRows = 20;

/** What changes and why, what the code needs, what isn't supported, and what is left to do. */
export function renderConversion(conversion: Conversion, style: Style): string {
  const { changes, unsupported, todo } = conversion;
  const blocks = [
    changes.length === 0 ? '' : diffOf(conversion, style),
    section('Why', { rows: changes.map(({ path, reason }) => [path.slice(1), reason]), style }),
    needs(conversion, style),
    section('Can’t be resolved', { rows: unresolvedRows(conversion), style }),
    section('Not supported here', {
      rows: ownFirst(unsupported).map(({ feature, call, place }) => [
        feature,
        call,
        placeOf(place),
      ]),
      style,
    }),
    section('Left to do', { rows: todo.map((text, nth) => [`${nth + 1}. ${text}`]), style }),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function diffOf({ foreign, text }: Conversion, style: Style): string {
  return renderDiff('package.json', { before: foreign.text, after: text, style });
}

function section(
  title: string,
  { rows, style }: { rows: readonly (readonly string[])[]; style: Style },
): string {
  if (rows.length === 0) return '';
  const all = distinct(rows);
  const shown = all.slice(0, mostRows).map((row) => ['', ...row.map(plain)]);
  const more = all.length > mostRows ? [`  and ${all.length - mostRows} more`] : [];
  return [style.bold(title), renderTable(shown), ...more].join('\n');
}

function needs({ analysis, code }: Conversion, style: Style): string {
  const said = `${style.bold('What the code needs')}\n  ${plain(sayCode(code))}`;
  if (analysis === null) return said;
  if (analysis.permissions.length === 0) return `${said}\n  ${style.green('no permissions')}`;
  const rows = analysis.permissions.flatMap((used) => permissionRows(used, style));
  return `${said}\n${renderTable(rows)}`;
}

/** The first places that need a permission. */
function permissionRows(
  { permission, count: all, uses }: UsedPermission,
  style: Style,
): string[][] {
  const places = distinct(ownFirst(uses).map(({ call, place }) => [placeOf(place), call]));
  const first = places.slice(0, mostPlaces).map((row) => row.map(plain));
  const more = all > first.length ? [[style.dim(`and ${all - first.length} more`)]] : [];
  const colour = permissionTexts[permission].dangerous ? style.red : style.cyan;
  return [...first, ...more].map((row, at) => ['', at === 0 ? colour(permission) : '', ...row]);
}

function sayCode({ from, entries, missing, lookedFor, notInstalled }: FoundCode): string {
  const read = few(entries);
  const gone = missing.length === 0 ? '' : `; ${few(missing)} isn’t there`;
  const without = notInstalled.length === 0 ? '' : `; not installed: ${few(notInstalled)}`;
  if (from === 'none') return 'Its manifest names no code to run: it needs no permissions.';
  if (from === 'missing')
    return `There is no code to infer permissions from: looked for ${few(lookedFor)}.`;
  if (from === 'broken') return `Nothing can be inferred: ${read} can’t be bundled.`;
  return `Read from ${read}${gone}${without}`;
}

function unresolvedRows({ analysis }: Conversion): string[][] {
  return ownFirst(analysis?.unresolved ?? []).map(({ place, what, reason, permissions }) => [
    placeOf(place),
    what,
    reasons[reason],
    permissions.length > 3 ? 'may need anything' : `may need ${permissions.join(', ')}`,
  ]);
}

const reasons: Readonly<Record<UnresolvedCode['reason'], string>> = {
  'computed-access': 'a name that is computed',
  'passed-on': 'given to code that was not followed',
  'computed-module': 'a module whose name is computed',
  'evaluated-code': 'code that is made while it runs',
  unreadable: 'no JavaScript',
  'over-limit': 'too much to be analysed',
};

/** A module that is in several bundles is told once. */
function distinct(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\0'), row])).values()];
}

/** What stands in the author's own code before what stands in that of packages. */
function ownFirst<T extends { place: Place }>(found: readonly T[]): T[] {
  const isOwn = ({ place }: T) => !/(?:^|\/)node_modules\//.test(placeOf(place));
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}

/** In the author's own file, where a source map leads there. */
function placeOf({ source, ...packed }: Place): string {
  const { file, line, column } = source ?? packed;
  return `${file}:${line}:${column}`;
}

function few(names: readonly string[]): string {
  const most = 5;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${count(names.length - most, 'other')}` : shown;
}
