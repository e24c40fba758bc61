import { plain, renderTable, type Style } from '@orchestra/terminal';

const mostRows = 20;

/** Renders a title with the first rows below it, without repetitions; empty without rows. */
export function renderSection(
  title: string,
  { rows, style }: { rows: readonly (readonly string[])[]; style: Style },
): string {
  if (rows.length === 0) return '';
  const all = distinctRows(rows);
  const shown = all.slice(0, mostRows).map((row) => ['', ...row.map(plain)]);
  const more = all.length > mostRows ? [`  and ${all.length - mostRows} more`] : [];
  return [style.bold(title), renderTable(shown), ...more].join('\n');
}

/** Removes repeated rows: code in several bundles is listed once. */
export function distinctRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join('\0'), row])).values()];
}
