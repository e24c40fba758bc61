type Pairs = Map<object, object>;

/** `isDeepStrictEqual`. */
export function isDeepStrictEqual(a: unknown, b: unknown): boolean {
  return isEqual(a, b, new Map());
}

function isEqual(a: unknown, b: unknown, above: Pairs): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (above.has(a)) return above.get(a) === b;
  const within = new Map(above).set(a, b);
  return isSameKind(a, b) && isSameInside(a, b, within) && isSameByKeys(a, b, within);
}

/** What stands in the slots of objects, which no key names. */
function isSameKind(a: object, b: object): boolean {
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (a instanceof RegExp && b instanceof RegExp) {
    return String(a) === String(b) && a.lastIndex === b.lastIndex;
  }
  if (a instanceof Error && b instanceof Error) return a.message === b.message && a.name === b.name;
  for (const Class of [Number, String, Boolean, BigInt, Symbol]) {
    if (a instanceof Class) return b instanceof Class && Object.is(a.valueOf(), b.valueOf());
  }
  if (a instanceof WeakMap || a instanceof WeakSet || a instanceof Promise) return false;
  return true;
}

function isSameInside(a: object, b: object, above: Pairs): boolean {
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return isSameBytes(bytesOf(a), bytesOf(b));
  if (a instanceof ArrayBuffer && b instanceof ArrayBuffer) {
    return isSameBytes(new Uint8Array(a), new Uint8Array(b));
  }
  if (a instanceof Map && b instanceof Map) {
    return isSameSize(a, b) && matchAll([...a], [...b], above);
  }
  if (a instanceof Set && b instanceof Set) {
    return isSameSize(a, b) && matchAll([...a], [...b], above);
  }
  return !Array.isArray(a) || a.length === (b as unknown[]).length;
}

function isSameSize(a: { size: number }, b: { size: number }): boolean {
  return a.size === b.size;
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Whether each of the items has one of its own among the others, in any order. */
function matchAll(items: readonly unknown[], others: unknown[], above: Pairs): boolean {
  return items.every((item) => {
    const at = others.findIndex((other) => isEqual(item, other, above));
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  });
}

function isSameByKeys(a: object, b: object, above: Pairs): boolean {
  if (ArrayBuffer.isView(a)) return true;
  const [keys, others] = [keysOf(a), keysOf(b)];
  if (keys.length !== others.length) return false;
  return keys.every(
    (key) =>
      Object.prototype.propertyIsEnumerable.call(b, key) &&
      isEqual(Reflect.get(a, key), Reflect.get(b, key), above),
  );
}

function keysOf(of: object): (string | symbol)[] {
  return Reflect.ownKeys(of).filter((key) => Object.prototype.propertyIsEnumerable.call(of, key));
}
