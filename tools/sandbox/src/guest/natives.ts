import type { WorkOptions, WorkOutcome } from './work.ts';

/**
 * What the engine gives to an isolate: functions that compute, and no others. Values are copied on the way in
 * and out. The only way out of the isolate is {@link Natives.send}.
 */
export interface Natives extends HashNatives, CipherNatives, WorkNatives {
  /** Sends a message to the host, as JSON. */
  send(line: string): void;
  /** Calls `fireTimer(id)` of this isolate later. Milliseconds. */
  startTimer(id: number, delay: number): void;
  stopTimer(id: number): void;
  /** Milliseconds since the isolate began, with fractions. */
  now(): number;
  /** As WHATWG's URL parses it; null where it is no URL. */
  parseUrl(text: string, base: string | undefined): UrlParts | null;
  /** Sets a part (`pathname`, `host` …) as the setters of WHATWG's URL do. */
  changeUrl(href: string, part: string, value: string): UrlParts;
  /** The name of an encoding by one of its labels; null where it is none. */
  encodingName(label: string): string | null;
  /**
   * Decodes at most `nativeLimits.chunkBytes`, or the next part of a text whose parts have the same `id`; the
   * part without `more` is the last one. Null where `fatal` is set and the bytes are wrong.
   */
  decodeText(bytes: Uint8Array, options: DecodingOptions): string | null;
  /** Forgets a text of which no more parts follow. */
  dropDecoder(id: number): void;
  /** At most 65,536 random bytes. */
  randomBytes(count: number): Uint8Array<ArrayBuffer>;
  /** SHA-1, SHA-256, SHA-384 or SHA-512; null for others. At most `nativeLimits.digestBytes`. */
  digest(algorithm: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> | null;
}

/** Hashes of all kinds that the engine's OpenSSL has, by its names. With a key, a hash is an HMAC. */
export interface HashNatives {
  /** At most `nativeLimits.digestBytes`. */
  hash(algorithm: string, bytes: Uint8Array, key?: Uint8Array): Uint8Array<ArrayBuffer>;
  /** Begins a hash part by part, by a number that the caller chooses. */
  startHash(id: number, algorithm: string, key?: Uint8Array): void;
  updateHash(id: number, bytes: Uint8Array): void;
  copyHash(id: number, copy: number): void;
  endHash(id: number): Uint8Array<ArrayBuffer>;
  /** Names, separated by spaces. */
  listHashes(): string;
}

/** What takes long: `finishWork` of this isolate is called with what came of it. */
export interface WorkNatives {
  startWork<N extends keyof WorkOptions>(
    id: number,
    work: { name: N; options: WorkOptions[N]; parts: Uint8Array[] },
  ): void;
}

/** How a cipher is started. */
export interface CipherStart {
  algorithm: string;
  key: Uint8Array;
  iv: Uint8Array | null;
  isDecipher: boolean;
  /** What a decipher is to check at its end. */
  tag?: Uint8Array | undefined;
  tagLength?: number | undefined;
  autoPadding?: boolean | undefined;
}

/** Ciphers of all kinds that the engine's OpenSSL has, by its names. */
export interface CipherNatives {
  /** Begins a cipher, by a number that the caller chooses. */
  startCipher(id: number, start: CipherStart): void;
  /** What is checked with it and isn't hidden. */
  setCipherData(id: number, bytes: Uint8Array, length?: number): void;
  updateCipher(id: number, bytes: Uint8Array): Uint8Array<ArrayBuffer>;
  /** The rest; and what a decipher checks, where the cipher makes that. */
  endCipher(id: number): { bytes: Uint8Array<ArrayBuffer>; tag: Uint8Array<ArrayBuffer> | null };
  /** Names, separated by spaces. */
  listCiphers(): string;
  cipherInfo(name: string): object | null;
}

/** The same, with what only an engine can give. */
export interface EngineNatives extends Natives {
  /**
   * Sends messages as {@link Natives.send} does, the last of which is the call of this number, and waits for the
   * message that answers it: nothing of the isolate runs meanwhile. Not for native extensions.
   */
  waitFor(call: number, lines: string): string;
  /** Does what takes long, and waits for it. Not for native extensions. */
  workNow<N extends keyof WorkOptions>(
    name: N,
    options: WorkOptions[N],
    parts: Uint8Array[],
  ): WorkOutcome;
}

/** How {@link Natives.decodeText} decodes. */
export interface DecodingOptions {
  label: string;
  fatal: boolean;
  ignoreBOM: boolean;
  id?: number | undefined;
  more?: boolean | undefined;
}

/** Bounds of what one call of a native may be given. */
export const nativeLimits = {
  /** Characters of an address, or of a part of it. */
  urlLength: 2 * 1024 * 1024,
  chunkBytes: 1024 * 1024,
  digestBytes: 64 * 1024 * 1024,
  keyBytes: 1024 * 1024,
  /** Hashes that are computed part by part. */
  openHashes: 1_000,
  randomBytes: 65_536,
  /** Texts that are being decoded part by part. */
  openDecoders: 10_000,
} as const;

/** The parts of an address, as WHATWG's URL names them. */
export interface UrlParts {
  href: string;
  origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
}
