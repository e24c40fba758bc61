import { Blob, blobBytes, File } from './blob.ts';
import { defineInterface, requireArguments, toUsv } from './define-interface.ts';
import { makePairIterators } from './pair-iterator.ts';

type Value = string | File;
type Entry = [string, Value];

const iterate = makePairIterators<Value>('FormData');

/** As WHATWG's XMLHttpRequest standard has it. */
export class FormData {
  #entries: Entry[] = [];

  constructor(form?: unknown) {
    if (form !== undefined) throw new TypeError('There are no forms to read here');
  }

  append(name: unknown, value: unknown, filename?: unknown): void {
    requireArguments('FormData.append', arguments, 2);
    this.#entries.push([toUsv(name), toValue(value, filename, arguments.length > 2)]);
  }

  delete(name: unknown): void {
    requireArguments('FormData.delete', arguments, 1);
    const key = toUsv(name);
    this.#entries = this.#entries.filter(([other]) => other !== key);
  }

  get(name: unknown): Value | null {
    requireArguments('FormData.get', arguments, 1);
    const key = toUsv(name);
    return this.#entries.find(([other]) => other === key)?.[1] ?? null;
  }

  getAll(name: unknown): Value[] {
    requireArguments('FormData.getAll', arguments, 1);
    const key = toUsv(name);
    return this.#entries.filter(([other]) => other === key).map(([, value]) => value);
  }

  has(name: unknown): boolean {
    requireArguments('FormData.has', arguments, 1);
    const key = toUsv(name);
    return this.#entries.some(([other]) => other === key);
  }

  set(name: unknown, value: unknown, filename?: unknown): void {
    requireArguments('FormData.set', arguments, 2);
    const entry: Entry = [toUsv(name), toValue(value, filename, arguments.length > 2)];
    const first = this.#entries.findIndex(([other]) => other === entry[0]);
    const rest = this.#entries.filter(([other], at) => other !== entry[0] || at === first);
    if (first === -1) rest.push(entry);
    else rest[first] = entry;
    this.#entries = rest;
  }

  forEach(callback: (value: Value, name: string, of: FormData) => void, self?: unknown): void {
    if (typeof callback !== 'function') throw new TypeError('The callback is not a function');
    for (const [name, value] of this.#entries) Reflect.apply(callback, self, [value, name, this]);
  }

  entries(): IterableIterator<[string, Value]> {
    return iterate(() => this.#entries, 'entries');
  }

  keys(): IterableIterator<string> {
    return iterate(() => this.#entries, 'keys');
  }

  values(): IterableIterator<Value> {
    return iterate(() => this.#entries, 'values');
  }

  declare [Symbol.iterator]: () => IterableIterator<[string, Value]>;
}

defineInterface('FormData', FormData);
Object.defineProperty(FormData.prototype, Symbol.iterator, {
  value: FormData.prototype.entries,
  writable: true,
  configurable: true,
});

function toValue(value: unknown, filename: unknown, isNamed: boolean): Value {
  if (!(value instanceof Blob)) {
    if (isNamed) throw new TypeError('Only a Blob can have the name of a file');
    return toUsv(value);
  }
  if (value instanceof File && !isNamed) return value;
  const name = isNamed ? filename : 'blob';
  const { type } = value;
  const lastModified = value instanceof File ? value.lastModified : undefined;
  return new File(
    [blobBytes(value)],
    name,
    lastModified === undefined ? { type } : { type, lastModified },
  );
}
