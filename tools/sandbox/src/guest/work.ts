/** What takes long to compute: the engine does it on threads of its own. */
export interface WorkOptions {
  /** `options`: the password and the salt are the parts. */
  pbkdf2: { iterations: number; length: number; digest: string };
  /** The password and the salt are the parts. */
  scrypt: { length: number; cost: number; blockSize: number; parallelization: number };
  /** Of one part. */
  zlib: ZlibOptions;
}

/** How bytes are packed or unpacked; numbers as Node's `zlib.constants` has them. */
export interface ZlibOptions {
  method: ZlibMethod;
  /** What comes out at most, in bytes. */
  most: number;
  level?: number;
  windowBits?: number;
  memLevel?: number;
  strategy?: number;
  finishFlush?: number;
  /** A preset dictionary stands in the second part. */
  hasDictionary?: boolean;
  /** For brotli: pairs of numbers. */
  params?: [number, number][];
}

/** Names of functions of Node's `zlib`. */
export const zlibMethods = [
  'gzip',
  'gunzip',
  'deflate',
  'inflate',
  'deflateRaw',
  'inflateRaw',
  'unzip',
  'brotliCompress',
  'brotliDecompress',
] as const;

/** See {@link zlibMethods}. */
export type ZlibMethod = (typeof zlibMethods)[number];

/** Bounds of what may be computed at once. */
export const workLimits = {
  /** What goes in and what comes out, in bytes. */
  bytes: 48 * 1024 * 1024,
  /** Rounds of hashes, for all of what `pbkdf2` gives. */
  rounds: 10_000_000,
  /** What `scrypt` holds, in bytes, and how many blocks of 128 bytes it goes through. */
  scryptBytes: 64 * 1024 * 1024,
  scryptBlocks: 4_000_000,
  /** What is computed at the same time. */
  open: 16,
} as const;

/** What came of it. */
export type WorkOutcome =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | {
      ok: false;
      kind: 'TypeError' | 'RangeError' | 'Error';
      message: string;
      code?: string;
      errno?: number;
    };
