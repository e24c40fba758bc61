import { inspectValue } from './inspect-value.ts';

const mostRows = 100;
const mostColumns = 30;
const mostCell = 100;

/** Draws rows of values as `console.table` does; undefined for what has no rows. */
export function formatTable(data: unknown, columns?: readonly string[]): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const rows = listRows(data).slice(0, mostRows);
  const names = [...new Set(rows.flatMap(({ value }) => columns ?? keysOf(value)))];
  const shown = names.slice(0, mostColumns);
  const hasValues = rows.some(({ value }) => typeof value !== 'object' || value === null);
  const head = ['(index)', ...shown, ...(hasValues ? ['Values'] : [])];
  const body = rows.map(({ key, value }) => [
    key,
    ...shown.map((name) => cell(value, name)),
    ...(hasValues ? [typeof value === 'object' && value !== null ? '' : show(value)] : []),
  ]);
  return draw([head, ...body]);
}

function listRows(data: object): { key: string; value: unknown }[] {
  if (data instanceof Map) {
    return [...data].map(([key, value], at) => ({
      key: String(at),
      value: { Key: key, Values: value },
    }));
  }
  if (data instanceof Set) return [...data].map((value, at) => ({ key: String(at), value }));
  return Object.keys(data).map((key) => ({ key, value: Reflect.get(data, key) }));
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function cell(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return '';
  return show(Reflect.get(value, name));
}

function show(value: unknown): string {
  const text = inspectValue(value, { depth: 0 });
  const line = text.slice(0, mostCell).replaceAll(/\s*\n\s*/g, ' ');
  return text.length > mostCell ? `${line}...` : line;
}

function draw(rows: readonly (readonly string[])[]): string {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => (row[at]?.length ?? 0) + 2)),
  );
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const line = (row: readonly string[]) =>
    `│${widths.map((width, at) => ` ${row[at] ?? ''}`.padEnd(width)).join('│')}│`;
  const [head = [], ...body] = rows;
  return [
    rule('┌', '┬', '┐'),
    line(head),
    rule('├', '┼', '┤'),
    ...body.map(line),
    rule('└', '┴', '┘'),
  ].join('\n');
}
