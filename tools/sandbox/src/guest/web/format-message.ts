import { inspectValue } from './inspect-value.ts';
import { isErrorObject } from './is-error.ts';

const mostCharacters = 10_000;

/** Writes what a function of `console` was given: `%s %d %i %f %j %o %O %c` and the rest behind it. */
export function formatMessage(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return boundLine(args.map(toWord).join(' '));
  const left = [...rest];
  const text = boundLine(first).replaceAll(/%[sdifjoOc%]/g, (sign) => {
    if (sign === '%%') return left.length === rest.length && rest.length === 0 ? sign : '%';
    return left.length === 0 ? sign : formatOne(sign, left.shift());
  });
  return boundLine([text, ...left.map(toWord)].join(' '));
}

function toWord(value: unknown): string {
  return typeof value === 'string' ? value : inspectValue(value);
}

function formatOne(sign: string, value: unknown): string {
  switch (sign) {
    case '%s':
      return formatText(value);
    case '%d':
      return formatNumber(value, Number);
    case '%i':
      return formatNumber(value, (text) => parseInt(String(text), 10));
    case '%f':
      return formatNumber(value, (text) => parseFloat(String(text)));
    case '%j':
      return formatJson(value);
    case '%c':
      return '';
    default:
      return inspectValue(value, { depth: 4 });
  }
}

function formatText(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function'
      ? inspectValue(value)
      : Object.is(value, -0)
        ? '-0'
        : String(value);
  }
  return isErrorObject(value) ? String(value) : inspectValue(value, { depth: 0 });
}

function formatNumber(value: unknown, read: (value: unknown) => number): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol' || (typeof value === 'object' && value !== null)) return 'NaN';
  const number = read(value);
  return Object.is(number, -0) ? '-0' : String(number);
}

function formatJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return '[Circular]';
  }
}

/** Cuts a line that is too long. */
export function boundLine(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters)}... ${text.length - mostCharacters} more characters`;
}
