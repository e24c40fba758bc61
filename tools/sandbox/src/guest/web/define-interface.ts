/**
 * Makes a class look as WebIDL has it: members can be listed, and objects are `[object Name]`. The name is given,
 * since minifiers shorten those of classes.
 */
export function defineInterface(
  name: string,
  made: { prototype: object },
  constants: Readonly<Record<string, number>> = {},
): void {
  platformPrototypes.add(made.prototype);
  define(made, 'name', { value: name, configurable: true });
  define(made.prototype, Symbol.toStringTag, { value: name, configurable: true });
  listMembers(made.prototype, ['constructor']);
  listMembers(made, ['length', 'name', 'prototype']);
  for (const [key, value] of Object.entries(constants)) {
    define(made, key, { value, enumerable: true });
    define(made.prototype, key, { value, enumerable: true });
  }
}

const define = Object.defineProperty;
const platformPrototypes = new WeakSet<object>();

/** Whether an object is of a class of the web: most of those can't be cloned. */
export function isPlatformObject(value: object): boolean {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    if (platformPrototypes.has(at)) return true;
  }
  return false;
}

function listMembers(of: object, except: readonly string[]): void {
  for (const key of Object.getOwnPropertyNames(of)) {
    if (except.includes(key)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(of, key);
    if (descriptor !== undefined) define(of, key, { ...descriptor, enumerable: true });
  }
}

/** Gives a class the members of the one that it extends as its own: WebIDL knows mixins, JavaScript doesn't. */
export function mixIn(made: { prototype: object }, mixin: { prototype: object }): void {
  const { constructor: _, ...members } = Object.getOwnPropertyDescriptors(mixin.prototype);
  Object.defineProperties(made.prototype, members);
  Object.setPrototypeOf(made.prototype, Object.prototype);
}

/** What a constructor that isn't for everybody is called with by those that may. */
export const inside: unique symbol = Symbol('inside');

/** @throws TypeError where a constructor wasn't called with {@link inside} */
export function requireInside(key: unknown): void {
  if (key !== inside) throw new TypeError('Illegal constructor');
}

/** As WebIDL: a function was called with fewer arguments than it needs. */
export function requireArguments(of: string, args: { length: number }, count: number): void {
  if (args.length >= count) return;
  const needed = `${count} argument${count === 1 ? '' : 's'} required, but only ${args.length} present.`;
  throw new TypeError(`${of}: ${needed}`);
}

/** As WebIDL reads a USVString: text without lone surrogates. */
export function toUsv(value: unknown): string {
  return toText(value).toWellFormed();
}

/** As WebIDL reads a DOMString; symbols are refused. */
export function toText(value: unknown): string {
  return `${value as string}`;
}

/** As WebIDL reads a dictionary. */
export function toDictionary(value: unknown, of: string): object {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' || typeof value === 'function') return value;
  throw new TypeError(`${of}: the options are not an object`);
}
