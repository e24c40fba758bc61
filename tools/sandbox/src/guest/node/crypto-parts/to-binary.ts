import { Buffer } from '../buffer.ts';
import { wrongType } from '../node-error.ts';

/** The bytes of what `crypto` and `zlib` take: texts by an encoding, and bytes of any kind. */
export function toBinary(data: unknown, encoding?: unknown, name = 'data'): Uint8Array {
  if (typeof data === 'string') {
    const known = typeof encoding === 'string' && encoding !== 'buffer' ? encoding : 'utf8';
    return Buffer.from(data, known as BufferEncoding);
  }
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const kinds = 'of type string or an instance of Buffer, TypedArray, or DataView';
  throw wrongType(name, kinds, data);
}
