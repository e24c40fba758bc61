import { Buffer, INSPECT_MAX_BYTES, kMaxLength } from '@jspm/core/nodelibs/buffer';

/*
 * The library is older than `base64url`, which differs from what it reads as `base64` in what is written alone.
 */

const isUrl = (encoding: unknown) => String(encoding).toLowerCase() === 'base64url';
const plain = (encoding: unknown) => (isUrl(encoding) ? 'base64' : encoding) as BufferEncoding;

type AnyFunction = (...args: never[]) => unknown;

/** Puts a function in the place of one of the library, which it is given. */
function wrap<T extends object>(
  of: T,
  name: keyof T,
  make: (before: AnyFunction) => unknown,
): void {
  const before = of[name] as AnyFunction;
  const value = Object.defineProperty(make(before) as object, 'name', { value: name });
  Object.defineProperty(of, name, { value, writable: true, configurable: true });
}

wrap(
  Buffer,
  'isEncoding',
  (before) => (encoding: unknown) => isUrl(encoding) || before(encoding as never),
);
wrap(
  Buffer,
  'from',
  (before) => (value: unknown, second: unknown, third: unknown) =>
    before(
      value as never,
      (typeof value === 'string' ? plain(second) : second) as never,
      third as never,
    ),
);
wrap(Buffer, 'byteLength', (before) => (value: unknown, encoding: unknown) => {
  const isBase64 = typeof value === 'string' && /^base64(?:url)?$/i.test(String(encoding));
  if (!isBase64) return before(value as never, encoding as never);
  // as Node does: by the length alone
  return (value.replace(/={1,2}$/, '').length * 3) >>> 2;
});
wrap(Buffer.prototype, 'toString', (before) => {
  return function toString(this: Buffer, encoding: unknown, ...range: never[]) {
    const text = String(Reflect.apply(before, this, [plain(encoding), ...range]));
    if (!isUrl(encoding)) return text;
    return text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  };
});
for (const name of ['write', 'fill', 'indexOf', 'lastIndexOf', 'includes'] as const) {
  wrap(Buffer.prototype, name, (before) => {
    return function (this: Buffer, ...args: unknown[]) {
      const last = args.length - 1;
      if (last > 0 && isUrl(args[last])) args[last] = 'base64';
      return Reflect.apply(before, this, args) as unknown;
    };
  });
}

Object.assign(Buffer.prototype, { toLocaleString: Buffer.prototype.toString });

/** As those of Node. */
export const constants = { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: 2 ** 29 - 24 };
export const kStringMaxLength = constants.MAX_STRING_LENGTH;
const { atob, btoa, Blob, File } = globalThis;

/** `isUtf8`. */
export function isUtf8(bytes: ArrayBuffer | Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

/** `isAscii`. */
export function isAscii(bytes: ArrayBuffer | Uint8Array): boolean {
  return Buffer.from(bytes as Uint8Array).every((byte) => byte < 128);
}

/** `transcode`. */
export function transcode(bytes: Uint8Array, from: BufferEncoding, to: BufferEncoding): Buffer {
  return Buffer.from(Buffer.from(bytes).toString(from), to);
}

export { atob, Blob, btoa, Buffer, File, INSPECT_MAX_BYTES, kMaxLength };
export default {
  atob,
  Blob,
  btoa,
  Buffer,
  constants,
  File,
  INSPECT_MAX_BYTES,
  isAscii,
  isUtf8,
  kMaxLength,
  kStringMaxLength,
  transcode,
};
