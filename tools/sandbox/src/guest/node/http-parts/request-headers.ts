import { nodeError } from '../node-error.ts';

/** `validateHeaderName`. */
export function validateHeaderName(name: unknown): asserts name is string {
  if (typeof name === 'string' && /^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return;
  const message = `Header name must be a valid HTTP token ["${String(name)}"]`;
  throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', message);
}

/** `validateHeaderValue`. */
export function validateHeaderValue(name: string, value: unknown): void {
  if (value === undefined) {
    const message = `Invalid value "undefined" for header "${name}"`;
    throw nodeError(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', message);
  }
  if (!/[^\t\x20-\x7e\x80-\xff]/.test(String(value))) return;
  const message = `Invalid character in header content ["${name}"]`;
  throw nodeError(TypeError, 'ERR_INVALID_CHAR', message);
}

/** The headers of a request, by their names in any case. */
export class RequestHeaders {
  readonly #headers = new Map<string, { name: string; value: unknown }>();

  set(name: unknown, value: unknown): void {
    validateHeaderName(name);
    for (const one of [value].flat()) validateHeaderValue(name, one);
    this.#headers.set(name.toLowerCase(), { name, value });
  }

  append(name: unknown, value: unknown): void {
    const before = this.get(String(name));
    this.set(name, before === undefined ? value : [before, value].flat());
  }

  get(name: string): unknown {
    return this.#headers.get(name.toLowerCase())?.value;
  }

  remove(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  names(): string[] {
    return [...this.#headers.values()].map(({ name }) => name);
  }

  /** What options have: an object, pairs, or names and values in turn. */
  setAll(given: unknown): void {
    if (Array.isArray(given)) {
      const pairs: unknown[] = given.every(Array.isArray) ? given : toPairs(given);
      for (const pair of pairs) if (Array.isArray(pair)) this.append(pair[0], pair[1]);
    } else if (typeof given === 'object' && given !== null) {
      for (const [name, value] of Object.entries(given)) this.set(name, value);
    }
  }

  toObject(): Record<string, unknown> {
    const found = [...this.#headers].map(([name, { value }]) => [name, value] as const);
    return Object.fromEntries(found);
  }

  toPairs(): [string, string][] {
    return [...this.#headers.values()].flatMap(({ name, value }) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    );
  }
}

function toPairs(list: readonly unknown[]): [unknown, unknown][] {
  return list.flatMap((name, at): [unknown, unknown][] =>
    at % 2 === 0 ? [[name, list[at + 1]]] : [],
  );
}
