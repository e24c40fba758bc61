import { webHost, webNatives } from './environment.ts';
import { boundLine, formatMessage } from './format-message.ts';
import { formatTable } from './format-table.ts';
import { inspectValue } from './inspect-value.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
type Log = (...args: unknown[]) => void;

const mostLabels = 1_000;
const mostIndent = 40;

/** Makes `console`: each call is a line for the host, with the stack of the caller. */
export function makeConsole(): object {
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  let indent = 0;
  const write = (level: Level, text: string, caller: Log) => {
    const margin = ' '.repeat(indent);
    webHost().log(level, margin + text.replaceAll('\n', `\n${margin}`), stackOf(caller));
  };
  const logger = (level: Level) => {
    const log: Log = (...args) => write(level, formatMessage(args), log);
    return log;
  };
  const [group, log, warn] = [logger('info'), logger('info'), logger('warn')];
  const table: Log = (data, columns) => {
    const names = Array.isArray(columns) ? columns.map(String) : undefined;
    write('info', boundLine(formatTable(data, names) ?? formatMessage([data])), table);
  };
  const trace: Log = (...args) => {
    write('debug', `Trace: ${formatMessage(args)}\n${stackOf(trace)}`, trace);
  };
  const assert: Log = (condition, ...args) => {
    if (condition) return;
    const [first, ...rest] = args;
    const text = typeof first === 'string' ? [`Assertion failed: ${first}`, ...rest] : args;
    const isEmpty = args.length === 0 || typeof first === 'string';
    write(
      'error',
      formatMessage(isEmpty && args.length > 0 ? text : ['Assertion failed', ...args]),
      assert,
    );
  };
  const count: Log = (label = 'default') => {
    const name = String(label);
    const next = (counts.get(name) ?? 0) + 1;
    if (counts.size < mostLabels || counts.has(name)) counts.set(name, next);
    write('info', `${name}: ${next}`, count);
  };
  const timed = (label: unknown, caller: Log, rest: readonly unknown[] = []) => {
    const start = starts.get(String(label));
    if (start === undefined) return write('warn', `No such label '${String(label)}'`, caller);
    const took = `${String(label)}: ${(webNatives().now() - start).toFixed(3)}ms`;
    write('info', rest.length === 0 ? took : `${took} ${formatMessage(rest)}`, caller);
  };
  const timeLog: Log = (label = 'default', ...rest) => timed(label, timeLog, rest);
  const timeEnd: Log = (label = 'default') => {
    timed(label, timeEnd);
    starts.delete(String(label));
  };
  const startGroup: Log = (...args) => {
    if (args.length > 0) group(...args);
    indent = Math.min(mostIndent, indent + 2);
  };
  return {
    debug: logger('debug'),
    log,
    info: logger('info'),
    warn,
    error: logger('error'),
    trace,
    table,
    assert,
    count,
    dir: (value: unknown, options?: { depth?: unknown } | null) => log(inspect(value, options)),
    dirxml: log,
    group: startGroup,
    groupCollapsed: startGroup,
    groupEnd: () => void (indent = Math.max(0, indent - 2)),
    countReset: (label: unknown = 'default') => void counts.delete(String(label)),
    time: (label: unknown = 'default') => {
      if (starts.size < mostLabels) starts.set(String(label), webNatives().now());
    },
    timeLog,
    timeEnd,
    [Symbol.toStringTag]: 'console',
  };
}

function inspect(value: unknown, options: { depth?: unknown } | null | undefined): string {
  const depth = options?.depth;
  if (depth === null) return inspectValue(value, { depth: 20 });
  return inspectValue(value, { depth: typeof depth === 'number' ? Math.min(depth, 20) : 2 });
}

/** The stack above a function that was called, a line a call. */
function stackOf(caller: Log): string {
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, caller);
  if (typeof holder.stack !== 'string') return '';
  return holder.stack.slice(0, 4_000).split('\n').slice(1).join('\n');
}
