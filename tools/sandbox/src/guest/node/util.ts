import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
import { wrongType } from './node-error.ts';
import { isDeepStrictEqual } from './util-parts/is-deep-strict-equal.ts';
import { debuglog, deprecate, log } from './util-parts/logs.ts';
import { callbackify, promisify } from './util-parts/promisify.ts';
import { types } from './util-parts/types.ts';

type AnyClass = abstract new (...args: never[]) => object;

/** `inherits`. */
export function inherits(of: AnyClass & { super_?: unknown }, from: AnyClass): void {
  if (typeof of !== 'function') throw wrongType('ctor', 'of type function', of);
  if (typeof from !== 'function') throw wrongType('superCtor', 'of type function', from);
  Object.defineProperty(of, 'super_', { value: from, writable: true, configurable: true });
  Object.setPrototypeOf(of.prototype as object, from.prototype as object);
}

/** `aborted`. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => {
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

/** `styleText`. There is no terminal: texts are styled where nobody asks whether there is one. */
export function styleText(
  styles: string | readonly string[],
  text: string,
  { validateStream = true }: { validateStream?: boolean } = {},
): string {
  if (validateStream) return text;
  return [styles].flat().reduce((styled, style) => {
    const [on, off] = (Reflect.get(inspect.colors, style) ?? []) as number[];
    if (on === undefined) throw wrongType('format', 'the name of a style', style);
    return `\u001b[${on}m${styled}\u001b[${off}m`;
  }, text);
}

/** `toUSVString`. */
export const toUSVString = (text: unknown) => String(text).toWellFormed();
export const isArray = Array.isArray;
export const _extend = <T extends object>(to: T, from: unknown) => Object.assign(to, from);
const { TextDecoder, TextEncoder } = globalThis;

export const debug = debuglog;
export {
  callbackify,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  inspect,
  isDeepStrictEqual,
  log,
  promisify,
  stripVTControlCharacters,
  TextDecoder,
  TextEncoder,
  types,
};
export default {
  _extend,
  aborted,
  callbackify,
  debug,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  inherits,
  inspect,
  isArray,
  isDeepStrictEqual,
  log,
  promisify,
  stripVTControlCharacters,
  styleText,
  TextDecoder,
  TextEncoder,
  toUSVString,
  types,
};
