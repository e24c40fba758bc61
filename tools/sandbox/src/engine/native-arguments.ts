/*
 * Natives are asked by code that nobody knows: whatever is no argument of theirs is a TypeError, what is too much a
 * RangeError.
 */

/** @param limit characters */
export function asText(value: unknown, limit: number): string {
  if (typeof value !== 'string') throw new TypeError('A text is needed.');
  if (value.length > limit) {
    throw new RangeError(`${value.length} characters are too many: at most ${limit}.`);
  }
  return value;
}

/** A whole number from 0 to the limit. */
export function asWhole(value: unknown, limit: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new TypeError('A whole number is needed.');
  }
  if (value > limit) throw new RangeError(`${value} is too large: at most ${limit}.`);
  return value;
}

/** @param limit bytes */
export function asBytes(value: unknown, limit: number): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('A Uint8Array is needed.');
  if (value.length > limit) {
    throw new RangeError(`${value.length} bytes are too many: at most ${limit}.`);
  }
  return value;
}

/** An object; its members are still to be looked at. */
export function asObject<T extends object>(value: T): T {
  if (typeof value !== 'object' || value === null) throw new TypeError('An object is needed.');
  return value;
}

/** A copy: a Buffer may be a piece of something larger. */
export function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
