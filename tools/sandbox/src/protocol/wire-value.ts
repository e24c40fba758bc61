/**
 * How values travel between host and extension, as JSON: what JSON lacks is an object whose one key begins
 * with `$`.
 */
export type WireValue =
  null | boolean | number | string | WireValue[] | { [key: string]: WireValue };

/** A value that can't travel. The message says where it stands: `at args[0].next`. */
export class UnsendableError extends TypeError {
  override readonly name = 'UnsendableError';
}

/** @param at a place, of which as much is told as anybody would read */
function unsendable(what: string, at: string): UnsendableError {
  return new UnsendableError(`${what}, at ${at.length > 200 ? `${at.slice(0, 200)}…` : at}.`);
}

const maxDepth = 200;

/**
 * Writes a value as JSON can hold it: also undefined, numbers that aren't finite, big integers, dates, bytes,
 * maps, sets and errors.
 *
 * Getters run and proxies are asked: call it on the side that made the value.
 *
 * @throws UnsendableError for functions, symbols, promises, cycles, and what is nested deeper than 200
 */
export function encodeValue(value: unknown, at = 'the value'): WireValue {
  return encode(value, { at, above: [] });
}

interface Place {
  at: string;
  above: readonly object[];
}

function encode(value: unknown, place: Place): WireValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $number: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { $undefined: 1 };
    case 'bigint':
      return { $bigint: String(value) };
    case 'object':
      return value === null ? null : encodeObject(value, place);
    default:
      throw unsendable(`A ${typeof value} can't be sent`, place.at);
  }
}

function encodeObject(value: object, { at, above }: Place): WireValue {
  if (above.includes(value)) throw unsendable('It contains itself', at);
  if (above.length >= maxDepth) throw unsendable('It is nested too deep', at);
  const within = [...above, value];
  const inner = (part: unknown, key: string) => encode(part, { at: `${at}${key}`, above: within });
  if (Array.isArray(value)) return Array.from(value, (item, index) => inner(item, `[${index}]`));
  if (value instanceof Date)
    return { $date: Number.isNaN(value.getTime()) ? null : value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (value instanceof ArrayBuffer) return { $buffer: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    return { $bytes: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  }
  if (value instanceof Map) return { $map: inner([...value], '') };
  if (value instanceof Set) return { $set: inner([...value], '') };
  if (value instanceof Error) return { $error: { ...encodeError(value) } };
  if (value instanceof Promise) throw unsendable("A promise can't be sent", at);
  const made: Record<string, WireValue> = {};
  for (const key of Object.keys(value)) {
    const part: unknown = Reflect.get(value, key);
    if (part !== undefined) setOwn(made, key, inner(part, `.${key}`));
  }
  const [only, ...others] = Object.keys(made);
  return only?.[0] === '$' && others.length === 0 ? { $object: made } : made;
}

/** Sets a key as it stands: `__proto__` is a key like others. */
function setOwn<T>(object: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** What is kept of an error alone. */
export interface WireErrorParts {
  name: string;
  message: string;
  /** As V8 writes it. */
  stack?: string;
  /** For programs: `permission-denied`. */
  code?: string;
}

/** An error behind another: its cause, or a part of it where it joins several. */
export interface WireCause extends WireErrorParts {
  kind: 'cause' | 'part';
}

/** What is kept of an error of an extension, with what is behind it. */
export interface WireError extends WireErrorParts {
  causes?: WireCause[];
}

/** Characters that are kept of each part of an error, so that it can always be sent. */
const mostOfError = 5_000;

/** What is kept of anything that was thrown: as much as anybody would read. */
export function encodeError(thrown: unknown): WireErrorParts {
  try {
    if (!(thrown instanceof Error)) return { name: 'Error', message: shorten(String(thrown)) };
    const [name, message] = [String(thrown.name), String(thrown.message)];
    const { stack } = thrown;
    const code: unknown = Reflect.get(thrown, 'code');
    return {
      name: shorten(name),
      message: shorten(message),
      ...(typeof stack === 'string' && { stack: shortenStack(stack, message) }),
      ...(typeof code === 'string' && { code: shorten(code) }),
    };
  } catch {
    return { name: 'Error', message: 'Something was thrown that tells nothing of itself.' };
  }
}

/** Keeps the places of a stack, which stand below its message. */
function shortenStack(stack: string, message: string): string {
  const end = message.length > mostOfError ? stack.indexOf(message) + message.length : 0;
  return end > 0
    ? `${shorten(stack.slice(0, end))}${stack.slice(end, end + mostOfError)}`
    : shorten(stack);
}

function shorten(text: string): string {
  return text.length > mostOfError ? `${text.slice(0, mostOfError)}…` : text;
}

/** Makes an error of what was kept of one. */
export function decodeError({ name, message, stack, code }: WireErrorParts): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  if (code !== undefined) Object.assign(error, { code });
  return error;
}

/**
 * Reads what {@link encodeValue} wrote.
 *
 * @throws UnsendableError where it wrote no such thing
 */
export function decodeValue(wire: unknown, depth = 0): unknown {
  if (typeof wire !== 'object' || wire === null) return wire;
  if (depth > maxDepth * 3) throw new UnsendableError('It is nested too deep.');
  if (Array.isArray(wire)) return wire.map((item) => decodeValue(item, depth + 1));
  const keys = Object.keys(wire);
  const [only] = keys;
  if (keys.length === 1 && only?.[0] === '$') {
    return decodeMarked(only, Reflect.get(wire, only), depth + 1);
  }
  return decodeKeys(wire, depth + 1);
}

/**
 * The arguments of a message: none where it has no list of them.
 *
 * @throws UnsendableError as {@link decodeValue} does
 */
export function decodeArguments(wire: unknown): unknown[] {
  const args = decodeValue(wire);
  return Array.isArray(args) ? args : [];
}

function decodeKeys(wire: object, depth: number): object {
  const made: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(wire)) setOwn(made, key, decodeValue(part, depth));
  return made;
}

function decodeMarked(mark: string, content: unknown, depth: number): unknown {
  const items = (): unknown[] => {
    const list = decodeValue(content, depth);
    if (Array.isArray(list)) return list;
    throw new UnsendableError(`${mark} needs a list.`);
  };
  switch (mark) {
    case '$undefined':
      return undefined;
    case '$number':
      return Number(content);
    case '$bigint':
      if (typeof content === 'string' && /^-?\d{1,10000}$/.test(content)) return BigInt(content);
      break;
    case '$date':
      return new Date(content === null ? NaN : Number(content));
    case '$bytes':
      return fromBase64(String(content));
    case '$buffer':
      return fromBase64(String(content)).buffer;
    case '$map':
      return new Map(
        items().map((pair) => (Array.isArray(pair) ? [pair[0], pair[1]] : [pair, null])),
      );
    case '$set':
      return new Set(items());
    case '$error':
      return decodeError(toWireError(content));
    case '$object':
      if (typeof content === 'object' && content !== null) return decodeKeys(content, depth);
      break;
  }
  throw new UnsendableError(`${mark} is not known, or doesn't hold what it should.`);
}

/** Takes of anything what an error is made of. */
export function toWireError(content: unknown): WireErrorParts {
  const text = (key: string) => {
    const part: unknown =
      typeof content === 'object' && content !== null ? Reflect.get(content, key) : undefined;
    return typeof part === 'string' ? part : undefined;
  };
  const [stack, code] = [text('stack'), text('code')];
  return {
    name: text('name') ?? 'Error',
    message: text('message') ?? '',
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code }),
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The value of a digit by its code; 64 where it is none. */
const values = new Uint8Array(128).fill(64);
for (let value = 0; value < 64; value += 1) values[digits.charCodeAt(value)] = value;

/** RFC 4648, with padding. Without `Buffer` or `btoa`, since isolates have neither. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const left = bytes.length - from;
    const bits = (byte(bytes, from) << 16) | (byte(bytes, from + 1) << 8) | byte(bytes, from + 2);
    codes[to] = digitCodes[bits >> 18] ?? 0;
    codes[to + 1] = digitCodes[(bits >> 12) & 63] ?? 0;
    if (left > 1) codes[to + 2] = digitCodes[(bits >> 6) & 63] ?? 0;
    if (left > 2) codes[to + 3] = digitCodes[bits & 63] ?? 0;
  }
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += 8192) {
    parts.push(String.fromCharCode(...codes.subarray(from, from + 8192)));
  }
  return parts.join('');
}

const padding = '='.charCodeAt(0);
const digitCodes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** @throws UnsendableError where it isn't base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const length = (text.length / 4) * 3 - padded;
  if (!Number.isInteger(length)) throw new UnsendableError('It is not base64.');
  const bytes = new Uint8Array(length);
  const end = text.length - padded;
  let wrong = 0;
  for (let from = 0, to = 0; from < end; from += 4, to += 3) {
    const a = valueAt(text, from);
    const b = valueAt(text, from + 1);
    const c = from + 2 < end ? valueAt(text, from + 2) : 0;
    const d = from + 3 < end ? valueAt(text, from + 3) : 0;
    wrong |= a | b | c | d;
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    bytes[to] = bits >> 16; // what lies beyond the end is left out
    bytes[to + 1] = bits >> 8;
    bytes[to + 2] = bits;
  }
  if ((wrong & 64) !== 0) throw new UnsendableError('It is not base64.');
  return bytes;
}

function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? 64;
}
