import { type Analysis, describeUnresolved, type Place } from '@orchestra/core';
import { plain } from './plain.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';

/** Enough to look at; `--json` has all of it. */
const most = { uses: 3, findings: 10 };

/** What the code of a version uses: the first places of each permission, and what can't be told. */
export function renderAnalysis(analysis: Analysis, style: Style): string {
  const sections: [string, string[][]][] = [
    ['Needed by', usedRows(analysis, style)],
    [
      style.yellow('Nobody can tell what this uses'),
      firstOf(analysis.unresolved, style, (code) => {
        const { why, needs } = describeUnresolved(code);
        return ['', plain(code.what), showPlace(code.place, style), `${why}: may need ${needs}`];
      }),
    ],
    [
      'Orchestra does not have this',
      firstOf(analysis.unsupported, style, ({ feature, call, place }) => {
        return ['', plain(call), showPlace(place, style), plain(feature)];
      }),
    ],
  ];
  return sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${title}:\n${renderTable(rows)}`)
    .join('\n\n');
}

function usedRows({ permissions }: Analysis, style: Style): string[][] {
  return permissions.flatMap(({ permission, count, uses }) => {
    const shown = uses.slice(0, most.uses);
    const rows = shown.map(({ call, place }) => [plain(call), showPlace(place, style)]);
    const more = count - shown.length;
    if (more > 0) rows.push([style.dim(`and ${more} more`)]);
    return rows.map((row, nth) => ['', nth === 0 ? style.dim(permission) : '', ...row]);
  });
}

function firstOf<T>(found: readonly T[], style: Style, toRow: (one: T) => string[]): string[][] {
  const rows = found.slice(0, most.findings).map(toRow);
  const more = found.length - rows.length;
  return more === 0 ? rows : [...rows, ['', style.dim(`and ${more} more`)]];
}

/** The place in the package counts; that of the author is what a source map claims. */
function showPlace({ source, ...packed }: Place, style: Style): string {
  const claimed = source === undefined ? '' : style.dim(` (${showPosition(source)})`);
  return `${showPosition(packed)}${claimed}`;
}

function showPosition({ file, line, column }: Omit<Place, 'source'>): string {
  return `${plain(file)}:${line}:${column}`;
}
