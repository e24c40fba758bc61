import { makeForms } from './zlib-parts/compute.ts';
import { makeZlibClass } from './zlib-parts/streams.ts';

export const constants = nodeFacts.zlib;
export const codes = {};

export const { called: gzip, sync: gzipSync } = makeForms('gzip');
export const { called: gunzip, sync: gunzipSync } = makeForms('gunzip');
export const { called: deflate, sync: deflateSync } = makeForms('deflate');
export const { called: inflate, sync: inflateSync } = makeForms('inflate');
export const { called: deflateRaw, sync: deflateRawSync } = makeForms('deflateRaw');
export const { called: inflateRaw, sync: inflateRawSync } = makeForms('inflateRaw');
export const { called: unzip, sync: unzipSync } = makeForms('unzip');
export const { called: brotliCompress, sync: brotliCompressSync } = makeForms('brotliCompress');
export const { called: brotliDecompress, sync: brotliDecompressSync } =
  makeForms('brotliDecompress');

export const Gzip = makeZlibClass('gzip', 'Gzip');
export const Gunzip = makeZlibClass('gunzip', 'Gunzip');
export const Deflate = makeZlibClass('deflate', 'Deflate');
export const Inflate = makeZlibClass('inflate', 'Inflate');
export const DeflateRaw = makeZlibClass('deflateRaw', 'DeflateRaw');
export const InflateRaw = makeZlibClass('inflateRaw', 'InflateRaw');
export const Unzip = makeZlibClass('unzip', 'Unzip');
export const BrotliCompress = makeZlibClass('brotliCompress', 'BrotliCompress');
export const BrotliDecompress = makeZlibClass('brotliDecompress', 'BrotliDecompress');

export const createGzip = (options?: unknown) => new Gzip(options);
export const createGunzip = (options?: unknown) => new Gunzip(options);
export const createDeflate = (options?: unknown) => new Deflate(options);
export const createInflate = (options?: unknown) => new Inflate(options);
export const createDeflateRaw = (options?: unknown) => new DeflateRaw(options);
export const createInflateRaw = (options?: unknown) => new InflateRaw(options);
export const createUnzip = (options?: unknown) => new Unzip(options);
export const createBrotliCompress = (options?: unknown) => new BrotliCompress(options);
export const createBrotliDecompress = (options?: unknown) => new BrotliDecompress(options);

/** `crc32`. */
export function crc32(data: Uint8Array | string, before = 0): number {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  let crc = ~before;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export default {
  ...constants,
  brotliCompress,
  BrotliCompress,
  brotliCompressSync,
  brotliDecompress,
  BrotliDecompress,
  brotliDecompressSync,
  codes,
  constants,
  crc32,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createDeflateRaw,
  createGunzip,
  createGzip,
  createInflate,
  createInflateRaw,
  createUnzip,
  deflate,
  Deflate,
  deflateRaw,
  DeflateRaw,
  deflateRawSync,
  deflateSync,
  gunzip,
  Gunzip,
  gunzipSync,
  gzip,
  Gzip,
  gzipSync,
  inflate,
  Inflate,
  inflateRaw,
  InflateRaw,
  inflateRawSync,
  inflateSync,
  unzip,
  Unzip,
  unzipSync,
};
