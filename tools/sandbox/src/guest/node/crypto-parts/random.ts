import { Buffer } from '../buffer.ts';
import { nodeError, wrongType } from '../node-error.ts';
import { nextTick } from '../process.ts';

const mostAtOnce = 65_536;
const mostBytes = 2 ** 31 - 1;

/** Gives a value, or hands it to a callback later where there is one. */
export function giveOrCallBack<T>(value: T, callback: unknown): T | undefined {
  if (callback === undefined) return value;
  if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
  nextTick(callback as (...args: unknown[]) => void, null, value);
  return undefined;
}

function fill(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += mostAtOnce) {
    crypto.getRandomValues(bytes.subarray(at, at + mostAtOnce));
  }
}

/** `randomBytes`. */
export function randomBytes(size: unknown, callback?: unknown): Buffer | undefined {
  if (typeof size !== 'number') throw wrongType('size', 'of type number', size);
  if (!(size >= 0 && size <= mostBytes)) throw outOfRange('size', `>= 0 && <= ${mostBytes}`, size);
  const bytes = Buffer.alloc(Math.trunc(size));
  fill(bytes);
  return giveOrCallBack(bytes, callback);
}

/** `randomFillSync`. */
export function randomFillSync<T extends ArrayBufferView>(
  of: T,
  offset?: unknown,
  size?: unknown,
): T {
  if (!ArrayBuffer.isView(of))
    throw wrongType('buf', 'an instance of ArrayBuffer or ArrayBufferView', of);
  const from = Number(offset ?? 0);
  const length = Number(size ?? of.byteLength - from);
  if (!(from >= 0 && length >= 0 && from + length <= of.byteLength)) {
    throw outOfRange('size + offset', `<= ${of.byteLength}`, from + length);
  }
  fill(new Uint8Array(of.buffer, of.byteOffset + from, length));
  return of;
}

/** `randomFill`. */
export function randomFill(of: ArrayBufferView, ...args: unknown[]): void {
  const callback = args.pop();
  giveOrCallBack(randomFillSync(of, ...args), callback ?? null);
}

/** `randomInt`. */
export function randomInt(...args: unknown[]): number | undefined {
  const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
  const [min, max] = args.length > 1 ? args : [0, args[0]];
  if (!Number.isSafeInteger(min)) throw wrongType('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw wrongType('max', 'a safe integer', max);
  const range = Number(max) - Number(min);
  if (range <= 0) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  if (range > 2 ** 48 - 1) throw outOfRange('max - min', `<= ${2 ** 48 - 1}`, range);
  const limit = 2 ** 48 - (2 ** 48 % range);
  for (;;) {
    const random = Buffer.from(crypto.getRandomValues(new Uint8Array(6)).buffer).readUIntBE(0, 6);
    if (random < limit) return giveOrCallBack((random % range) + Number(min), callback);
  }
}

/** `ERR_OUT_OF_RANGE`. */
export function outOfRange(name: string, range: string, found: unknown): RangeError {
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${String(found)}`;
  return nodeError(RangeError, 'ERR_OUT_OF_RANGE', message);
}

/** `timingSafeEqual`. */
export function timingSafeEqual(a: unknown, b: unknown): boolean {
  const [left, right] = [toView(a, 'buf1'), toView(b, 'buf2')];
  if (left.length !== right.length) {
    const message = 'Input buffers must have the same byte length';
    throw nodeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', message);
  }
  let differs = 0;
  for (let at = 0; at < left.length; at += 1) differs |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return differs === 0;
}

function toView(of: unknown, name: string): Uint8Array {
  if (ArrayBuffer.isView(of)) return new Uint8Array(of.buffer, of.byteOffset, of.byteLength);
  if (of instanceof ArrayBuffer) return new Uint8Array(of);
  throw wrongType(name, 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView', of);
}
