import { Buffer } from '../buffer.ts';
import { nodeError, wrongType } from '../node-error.ts';
import { resolve } from '../path.ts';
import { cwd } from '../process.ts';
import { fileURLToPath } from '../url.ts';

/** The absolute path of what stands for one: a text, bytes or a `file:` URL. */
export function toPath(given: unknown, name = 'path'): string {
  const text = toText(given, name);
  if (text.includes('\0')) {
    const message = `The argument '${name}' must be a string, Uint8Array, or URL without null bytes.`;
    throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', message);
  }
  return resolve(cwd(), text);
}

/** A path as it was given, as a text. */
export function toText(given: unknown, name = 'path'): string {
  if (typeof given === 'string') return given;
  if (given instanceof Uint8Array) return Buffer.from(given).toString();
  if (given instanceof URL) return fileURLToPath(given.href);
  throw wrongType(name, 'of type string or an instance of Buffer or URL', given);
}

/** The number of a file that is open. */
export function toHandle(given: unknown, name = 'fd'): number {
  if (typeof given !== 'number') throw wrongType(name, 'of type number', given);
  if (Number.isInteger(given) && given >= 0) return given;
  const message = `The value of "${name}" is out of range. It must be a whole number. Received ${given}`;
  throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', message);
}

/** The bytes of what can be written. */
export function toBytes(data: unknown, encoding?: string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, toEncoding(encoding) ?? 'utf8');
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw wrongType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

/** An encoding, as it was asked for; undefined for bytes. */
export function toEncoding(given: unknown): BufferEncoding | undefined {
  if (given === undefined || given === null || given === 'buffer') return undefined;
  if (typeof given === 'string' && Buffer.isEncoding(given)) return given;
  const message = `The argument 'encoding' is invalid encoding. Received '${String(given)}'`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', message);
}

/** Options, of which the encoding may stand alone. */
export function toOptions(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null || typeof given === 'function') return {};
  if (typeof given === 'string') return { encoding: given };
  if (typeof given === 'object') return { ...given };
  throw wrongType('options', 'of type string or an instance of Object', given);
}

/** Bytes, or their text where an encoding was asked for. */
export function fromBytes(bytes: Uint8Array, encoding: unknown): Buffer | string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = toEncoding(encoding);
  return known === undefined ? buffer : buffer.toString(known);
}

/** Milliseconds since 1970 of what stands for a time: a Date, or seconds. */
export function toTime(given: unknown, name: string): number {
  const time = given instanceof Date ? given.getTime() : Number(given) * 1_000;
  if (Number.isFinite(time) && given !== '' && given !== null) return time;
  throw wrongType(name, 'of type number or string or an instance of Date', given);
}

/** The lowest bits of a mode, as a number or in octal digits. */
export function toMode(given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined;
  const mode = typeof given === 'string' ? Number.parseInt(given, 8) : given;
  if (typeof mode === 'number' && Number.isInteger(mode) && mode >= 0) return mode & 0o7777;
  throw wrongType('mode', 'of type number', given);
}
