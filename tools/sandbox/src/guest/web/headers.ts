import { defineInterface, requireArguments, toText } from './define-interface.ts';
import { makePairIterators } from './pair-iterator.ts';

type Pair = [string, string];

const iterate = makePairIterators<string>('Headers');

/** The headers as they were set, in order; names are in lower case. */
export let listHeaders: (headers: Headers) => Pair[];

/** Makes headers that nobody can change. */
export let freezeHeaders: (headers: Headers) => Headers;

/** As WHATWG's Fetch standard has it; a host decides which headers it sends. */
export class Headers {
  #pairs: Pair[] = [];
  #isFrozen = false;

  static {
    listHeaders = (headers) => headers.#pairs.map(([name, value]) => [name, value]);
    freezeHeaders = (headers) => {
      headers.#isFrozen = true;
      return headers;
    };
  }

  constructor(init?: unknown) {
    if (init === undefined) return;
    for (const [name, value] of readPairs(init)) this.append(name, value);
  }

  append(name: string, value: string): void {
    requireArguments('Headers.append', arguments, 2);
    const pair: Pair = [toName(name), toValue(value)];
    this.#requireOpen();
    this.#pairs.push(pair);
  }

  delete(name: string): void {
    requireArguments('Headers.delete', arguments, 1);
    const key = toName(name);
    this.#requireOpen();
    this.#pairs = this.#pairs.filter(([other]) => other !== key);
  }

  get(name: string): string | null {
    requireArguments('Headers.get', arguments, 1);
    const key = toName(name);
    const values = this.#pairs.filter(([other]) => other === key).map(([, value]) => value);
    return values.length === 0 ? null : values.join(key === 'cookie' ? '; ' : ', ');
  }

  getSetCookie(): string[] {
    return this.#pairs.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
  }

  has(name: string): boolean {
    requireArguments('Headers.has', arguments, 1);
    const key = toName(name);
    return this.#pairs.some(([other]) => other === key);
  }

  set(name: string, value: string): void {
    requireArguments('Headers.set', arguments, 2);
    const pair: Pair = [toName(name), toValue(value)];
    this.#requireOpen();
    const first = this.#pairs.findIndex(([other]) => other === pair[0]);
    const rest = this.#pairs.filter(([other], at) => other !== pair[0] || at === first);
    if (first === -1) rest.push(pair);
    else rest[first] = pair;
    this.#pairs = rest;
  }

  forEach(callback: (value: string, name: string, of: Headers) => void, self?: unknown): void {
    if (typeof callback !== 'function') throw new TypeError('The callback is not a function');
    for (const [name, value] of this.#sorted()) Reflect.apply(callback, self, [value, name, this]);
  }

  entries(): IterableIterator<[string, string]> {
    return iterate(() => this.#sorted(), 'entries');
  }

  keys(): IterableIterator<string> {
    return iterate(() => this.#sorted(), 'keys');
  }

  values(): IterableIterator<string> {
    return iterate(() => this.#sorted(), 'values');
  }

  #requireOpen(): void {
    if (this.#isFrozen) throw new TypeError('immutable');
  }

  /** By name, values of a name in one, but for those of cookies. */
  #sorted(): Pair[] {
    const names = [...new Set(this.#pairs.map(([name]) => name))].toSorted();
    return names.flatMap((name): Pair[] =>
      name === 'set-cookie'
        ? this.getSetCookie().map((value) => [name, value])
        : [[name, this.get(name) ?? '']],
    );
  }

  declare [Symbol.iterator]: () => IterableIterator<[string, string]>;
}

defineInterface('Headers', Headers);
Object.defineProperty(Headers.prototype, Symbol.iterator, {
  value: Headers.prototype.entries,
  writable: true,
  configurable: true,
});

function readPairs(init: unknown): Pair[] {
  if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
    throw new TypeError('Headers need an object, or a sequence of names and values');
  }
  if (init instanceof Headers) return listHeaders(init);
  const iterator: unknown = Reflect.get(init, Symbol.iterator);
  if (iterator !== undefined && iterator !== null) {
    return Array.from(init as Iterable<unknown>, toPair);
  }
  return Reflect.ownKeys(init)
    .filter((key) => Object.getOwnPropertyDescriptor(init, key)?.enumerable === true)
    .map((key) => [toText(key), toText(Reflect.get(init, key))]);
}

function toPair(item: unknown): Pair {
  const isObject = typeof item === 'object' && item !== null;
  const parts = isObject ? Array.from(item as Iterable<unknown>, toText) : [];
  const [name, value] = parts;
  if (parts.length !== 2 || name === undefined || value === undefined) {
    throw new TypeError('Each header must be a name and a value');
  }
  return [name, value];
}

function toName(name: unknown): string {
  const text = toText(name);
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text)) {
    throw new TypeError(`${JSON.stringify(text.slice(0, 100))} is no name of a header`);
  }
  return text.toLowerCase();
}

function toValue(value: unknown): string {
  const text = toText(value).replace(/^[\t\n\r ]+/, '');
  let end = text.length;
  while ('\t\n\r '.includes(text[end - 1] ?? 'x')) end -= 1;
  const trimmed = text.slice(0, end);
  if (/[\0\n\r]|[^\0-\xff]/.test(trimmed)) throw new TypeError('This is no value of a header');
  return trimmed;
}
