import { isErrorObject } from './is-error.ts';

/** How much is written of a value. */
export interface InspectOptions {
  /** How deep objects within objects are written. */
  depth: number;
}

interface Writing extends InspectOptions {
  /** Objects that stand around what is being written. */
  above: readonly object[];
  /** Characters that may still be written; shared by all parts. */
  budget: { left: number };
}

const mostItems = 100;
const mostHoles = 10_000;
const lineWidth = 72;
const budget = 10_000;

/** Writes a value for people, roughly as Node does. Getters don't run; about 10,000 characters at most. */
export function inspectValue(value: unknown, { depth }: InspectOptions = { depth: 2 }): string {
  return write(value, { depth, above: [], budget: { left: budget } });
}

function write(value: unknown, writing: Writing): string {
  const text =
    typeof value === 'string'
      ? quote(cut(value, writing.budget.left))
      : typeof value === 'function' || (typeof value === 'object' && value !== null)
        ? writeSafely(value, writing)
        : writePrimitive(value);
  return text;
}

function writePrimitive(value: unknown): string {
  if (typeof value === 'bigint') return `${cut(String(value), 1_000)}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

function quote(text: string): string {
  const sign = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : !text.includes('`')
        ? '`'
        : "'";
  const escaped = text.replaceAll(/[\\\p{Cc}]/gu, (character) => {
    const known = escapes[character];
    return known ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return sign + (sign === "'" ? escaped.replaceAll("'", "\\'") : escaped) + sign;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
};

/** Cuts a text that is too long, and says how much is missing. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, Math.max(0, length))}... ${text.length - Math.max(0, length)} more characters`;
}

/** Proxies and what overrides `Symbol.toStringTag` may throw while they are asked. */
function writeSafely(value: object, writing: Writing): string {
  try {
    return writeObject(value, writing);
  } catch {
    return '[Object that cannot be inspected]';
  }
}

function writeObject(value: object, writing: Writing): string {
  if (writing.above.includes(value)) return '[Circular]';
  if (writing.budget.left <= 0) return '...';
  const name = className(value);
  const isError = isErrorObject(value);
  const { start, list, opens } = describe(value, name);
  if (writing.above.length > writing.depth && !isError) {
    return `[${Array.isArray(value) ? 'Array' : typeof value === 'function' ? start : name}]`;
  }
  const inner = { ...writing, above: [...writing.above, value] };
  const items = [...list(inner), ...writeKeys(value, inner)];
  if (items.length === 0 && opens === '') return start;
  const [open, close] = opens === '[' ? ['[', ']'] : ['{', '}'];
  return `${start === '' ? '' : `${start} `}${joinItems(items, open, close)}`;
}

interface Description {
  start: string;
  /** The bracket that always is written; empty where what has no properties has none. */
  opens: '' | '[' | '{';
  list(writing: Writing): string[];
}

const nothing = (): string[] => [];

function describe(value: object, name: string): Description {
  if (typeof value === 'function')
    return { start: describeFunction(value), opens: '', list: nothing };
  if (Array.isArray(value)) {
    const start = name === 'Array' ? '' : `${name}(${value.length})`;
    return { start, opens: '[', list: (writing) => writeArray(value, writing) };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = value as Uint8Array;
    return {
      start: `${name}(${items.length})`,
      opens: '[',
      list: (writing) => writeArray(items, writing),
    };
  }
  if (value instanceof Map) {
    return {
      start: `${name}(${value.size})`,
      opens: '{',
      list: (writing) => writeMap(value, writing),
    };
  }
  if (value instanceof Set) {
    return {
      start: `${name}(${value.size})`,
      opens: '{',
      list: (writing) => writeSet(value, writing),
    };
  }
  if (value instanceof ArrayBuffer) {
    return { start: name, opens: '{', list: () => [`byteLength: ${value.byteLength}`] };
  }
  return describePlain(value, name);
}

function describePlain(value: object, name: string): Description {
  if (isErrorObject(value)) return { start: describeError(value), opens: '', list: nothing };
  if (value instanceof Date) {
    const isValid = !Number.isNaN(value.getTime());
    return { start: isValid ? value.toISOString() : 'Invalid Date', opens: '', list: nothing };
  }
  if (value instanceof RegExp) return { start: String(value), opens: '', list: nothing };
  const shown = shownValue(value);
  if (shown !== undefined) return { start: `${name} `.trimEnd(), opens: '{', list: () => [shown] };
  if (value instanceof Promise) return { start: name, opens: '{', list: nothing };
  return { start: name === 'Object' ? '' : name, opens: '{', list: nothing };
}

/** What the objects of the web say of themselves: an address, headers. */
function shownValue(value: object): string | undefined {
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  if (tag === 'URL') return `href: ${quote(String(Reflect.get(value, 'href')))}`;
  if (tag === 'URLSearchParams') return quote(String(value));
  return undefined;
}

function describeFunction(of: object): string {
  const isClass = /^class\b/.test(Function.prototype.toString.call(of));
  const name: unknown = Object.getOwnPropertyDescriptor(of, 'name')?.value;
  const isNamed = typeof name === 'string' && name !== '';
  if (isClass) return `[class ${isNamed ? name : '(anonymous)'}]`;
  return `[${className(of)}${isNamed ? `: ${name}` : ' (anonymous)'}]`;
}

function describeError(error: object): string {
  const stack: unknown = Reflect.get(error, 'stack');
  if (typeof stack === 'string' && stack !== '') return cut(stack, 4_000);
  return `[${cut(String(error), 1_000)}]`;
}

function className(value: object): string {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const made: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof made === 'function' && made.name !== '') return cut(String(made.name), 100);
  }
  return '[Object: null prototype]';
}

function writeArray(items: ArrayLike<unknown>, writing: Writing): string[] {
  const written: string[] = [];
  for (let at = 0; at < items.length && written.length < mostItems; at += 1) {
    const start = at;
    while (at < items.length && !(at in items) && at - start < mostHoles) at += 1;
    if (at - start === mostHoles) return [...written, moreItems(items.length - start)];
    const holes = at - start;
    if (holes > 0) written.push(`<${holes} empty item${holes === 1 ? '' : 's'}>`);
    if (at < items.length) written.push(spend(write(items[at], writing), writing));
    if (writing.budget.left <= 0) break;
  }
  const left = items.length - written.length;
  if (written.length >= mostItems && left > 0) written.push(moreItems(left));
  return written;
}

function writeMap(map: Map<unknown, unknown>, writing: Writing): string[] {
  const written: string[] = [];
  for (const [key, item] of Map.prototype.entries.call(map)) {
    if (written.length >= mostItems) return [...written, moreItems(map.size - mostItems)];
    written.push(spend(`${write(key, writing)} => ${write(item, writing)}`, writing));
  }
  return written;
}

function writeSet(set: Set<unknown>, writing: Writing): string[] {
  const written: string[] = [];
  for (const item of Set.prototype.values.call(set)) {
    if (written.length >= mostItems) return [...written, moreItems(set.size - mostItems)];
    written.push(spend(write(item, writing), writing));
  }
  return written;
}

function writeKeys(value: object, writing: Writing): string[] {
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  if (isList && Number(Reflect.get(value, 'length')) > mostHoles) return []; // to list the keys takes long
  const keys = Reflect.ownKeys(value).filter((key) => !(isList && isIndex(key)));
  const written: string[] = [];
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    const isCause = key === 'cause' && isErrorObject(value);
    if (property === undefined || (!property.enumerable && !isCause)) continue;
    if (written.length >= mostItems) return [...written, moreItems(keys.length - mostItems)];
    written.push(spend(`${writeKey(key, isCause)}: ${writeProperty(property, writing)}`, writing));
    if (writing.budget.left <= 0) return [...written, '...'];
  }
  return written;
}

function writeProperty(property: PropertyDescriptor, writing: Writing): string {
  if (property.get !== undefined)
    return property.set === undefined ? '[Getter]' : '[Getter/Setter]';
  return property.set === undefined ? write(property.value, writing) : '[Setter]';
}

function isIndex(key: string | symbol): boolean {
  return typeof key === 'string' && /^\d+$/.test(key);
}

function writeKey(key: string | symbol, isCause: boolean): string {
  if (isCause) return '[cause]';
  if (typeof key === 'symbol') return String(key);
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(cut(key, 200));
}

function spend(text: string, { budget: shared }: Writing): string {
  shared.left -= text.length;
  return text;
}

function moreItems(count: number): string {
  return `... ${count} more item${count === 1 ? '' : 's'}`;
}

function joinItems(items: readonly string[], open: string, close: string): string {
  if (items.length === 0) return open + close;
  const line = items.join(', ');
  if (line.length + 4 <= lineWidth && !line.includes('\n')) return `${open} ${line} ${close}`;
  const lines = items.map((item) => item.replaceAll('\n', '\n  '));
  return `${open}\n  ${lines.join(',\n  ')}\n${close}`;
}
