import { webNatives } from './environment.ts';
import { defineInterface, requireArguments, toUsv } from './define-interface.ts';
import { makePairIterators } from './pair-iterator.ts';
import { encodeUtf8 } from './text-encoder.ts';

type Pair = [string, string];

const iterate = makePairIterators<string>('URLSearchParams');

/** Makes the parameters of an address, and what replaces them; `onChange` is given the new query. */
export let connectParams: (
  query: string,
  onChange: (query: string) => void,
) => { params: URLSearchParams; replace(query: string): void };

/** As WHATWG's URL standard has it. */
export class URLSearchParams {
  #pairs: Pair[] = [];
  #onChange: ((query: string) => void) | undefined;

  static {
    connectParams = (query, onChange) => {
      const params = new URLSearchParams(query);
      params.#onChange = onChange;
      return { params, replace: (text) => (params.#pairs = parseFormQuery(text)) };
    };
  }

  constructor(init: unknown = '') {
    this.#pairs = readInit(init);
  }

  get size(): number {
    return this.#pairs.length;
  }

  append(name: string, value: string): void {
    requireArguments('URLSearchParams.append', arguments, 2);
    this.#pairs.push([toUsv(name), toUsv(value)]);
    this.#changed();
  }

  delete(name: string, value?: string): void {
    requireArguments('URLSearchParams.delete', arguments, 1);
    const matches = matcher(name, value);
    this.#pairs = this.#pairs.filter((pair) => !matches(pair));
    this.#changed();
  }

  get(name: string): string | null {
    requireArguments('URLSearchParams.get', arguments, 1);
    return this.#pairs.find(matcher(name))?.[1] ?? null;
  }

  getAll(name: string): string[] {
    requireArguments('URLSearchParams.getAll', arguments, 1);
    return this.#pairs.filter(matcher(name)).map(([, value]) => value);
  }

  has(name: string, value?: string): boolean {
    requireArguments('URLSearchParams.has', arguments, 1);
    return this.#pairs.some(matcher(name, value));
  }

  set(name: string, value: string): void {
    requireArguments('URLSearchParams.set', arguments, 2);
    const [matches, text] = [matcher(name), toUsv(value)];
    const first = this.#pairs.findIndex(matches);
    if (first === -1) this.#pairs.push([toUsv(name), text]);
    else {
      this.#pairs = this.#pairs.filter((pair, at) => at <= first || !matches(pair));
      this.#pairs[first] = [toUsv(name), text];
    }
    this.#changed();
  }

  sort(): void {
    this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#changed();
  }

  forEach(
    callback: (value: string, name: string, of: URLSearchParams) => void,
    self?: unknown,
  ): void {
    if (typeof callback !== 'function') throw new TypeError('The callback is not a function');
    for (let at = 0; ; at += 1) {
      const pair = this.#pairs[at];
      if (pair === undefined) return;
      Reflect.apply(callback, self, [pair[1], pair[0], this]);
    }
  }

  entries(): IterableIterator<[string, string]> {
    return iterate(() => this.#pairs, 'entries');
  }

  keys(): IterableIterator<string> {
    return iterate(() => this.#pairs, 'keys');
  }

  values(): IterableIterator<string> {
    return iterate(() => this.#pairs, 'values');
  }

  toString(): string {
    return writeFormQuery(this.#pairs);
  }

  #changed(): void {
    this.#onChange?.(writeFormQuery(this.#pairs));
  }

  declare [Symbol.iterator]: () => IterableIterator<[string, string]>;
}

defineInterface('URLSearchParams', URLSearchParams);
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  value: URLSearchParams.prototype.entries,
  writable: true,
  configurable: true,
});

function matcher(name: unknown, value?: unknown): (pair: Pair) => boolean {
  const wanted = toUsv(name);
  if (value === undefined) return ([key]) => key === wanted;
  const text = toUsv(value);
  return (pair) => pair[0] === wanted && pair[1] === text;
}

function readInit(init: unknown): Pair[] {
  if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
    const text = toUsv(init);
    return parseFormQuery(text.startsWith('?') ? text.slice(1) : text);
  }
  const iterator: unknown = Reflect.get(init, Symbol.iterator);
  if (iterator !== undefined && iterator !== null) {
    return Array.from(init as Iterable<unknown>, toPair);
  }
  const pairs = new Map<string, string>();
  for (const key of Reflect.ownKeys(init)) {
    if (Object.getOwnPropertyDescriptor(init, key)?.enumerable !== true) continue;
    pairs.set(toUsv(key), toUsv(Reflect.get(init, key)));
  }
  return [...pairs];
}

function toPair(item: unknown): Pair {
  const isObject = (typeof item === 'object' && item !== null) || typeof item === 'function';
  if (!isObject || typeof Reflect.get(item, Symbol.iterator) !== 'function') {
    throw new TypeError('Each query pair must be iterable');
  }
  const parts = [...(item as Iterable<unknown>)].map(toUsv);
  const [name, value] = parts;
  if (parts.length !== 2 || name === undefined || value === undefined) {
    throw new TypeError('Each query pair must be an iterable [name, value] tuple');
  }
  return [name, value];
}

/** Reads `application/x-www-form-urlencoded`. */
export function parseFormQuery(query: string): [string, string][] {
  const pairs: Pair[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const [name, value] = at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    pairs.push([decodePart(name), decodePart(value)]);
  }
  return pairs;
}

function decodePart(part: string): string {
  const text = part.includes('+') ? part.replaceAll('+', ' ') : part;
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeBytes(text);
  }
}

/** What has escapes that are none, or that are no UTF-8. */
function decodeBytes(text: string): string {
  const bytes = encodeUtf8(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const escape = bytes[at] === 37 ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const isEscape = /^[\da-f]{2}$/i.test(escape);
    bytes[length] = isEscape ? parseInt(escape, 16) : (bytes[at] ?? 0);
    length += 1;
    if (isEscape) at += 2;
  }
  const options = { label: 'utf-8', fatal: false, ignoreBOM: true };
  return webNatives().decodeText(bytes.slice(0, length), options) ?? '';
}

/** Writes `application/x-www-form-urlencoded`. */
export function writeFormQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`).join('&');
}

function encodePart(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
