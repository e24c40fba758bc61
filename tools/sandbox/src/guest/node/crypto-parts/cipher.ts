import { guest } from 'orchestra:api';
import { Buffer } from '../buffer.ts';
import { nodeError } from '../node-error.ts';
import { StringDecoder } from '../string-decoder.ts';
import { Transform } from '../stream.ts';
import { toBinary } from './to-binary.ts';

let lastId = 0;

/** A cipher, or a decipher. */
class Ciphering extends Transform {
  readonly #start: {
    algorithm: string;
    key: Uint8Array;
    iv: Uint8Array | null;
    isDecipher: boolean;
  };
  readonly #tagLength: number | undefined;
  #data: { bytes: Uint8Array; length: number | undefined } | null = null;
  #tag: Uint8Array | undefined;
  #autoPadding = true;
  #decoder: StringDecoder | null = null;
  /** 0 until it has begun. */
  #id = 0;
  #isFinal = false;

  constructor(given: unknown[], isDecipher: boolean) {
    const [algorithm, key, iv, options] = given;
    super(Object(options) as object);
    const vector = iv === null ? null : toBinary(iv, 'utf8', 'iv');
    this.#start = {
      algorithm: String(algorithm),
      key: toBinary(key, 'utf8', 'key'),
      iv: vector,
      isDecipher,
    };
    this.#tagLength = Reflect.get(Object(options) as object, 'authTagLength') as number | undefined;
    const info = guest.natives.cipherInfo(this.#start.algorithm) as {
      keyLength: number;
      ivLength?: number;
      mode?: string;
    } | null;
    if (info === null) throw nodeError(Error, 'ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher');
    if (this.#start.key.length !== info.keyLength) {
      throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
    }
    const isAead = /^(?:gcm|ccm|ocb)$/.test(info.mode ?? '');
    if (!isAead && info.ivLength !== undefined && vector?.length !== info.ivLength) {
      throw nodeError(TypeError, 'ERR_CRYPTO_INVALID_IV', 'Invalid initialization vector');
    }
  }

  #begin(): number {
    if (this.#isFinal) throw nodeError(Error, 'ERR_CRYPTO_INVALID_STATE', 'Unsupported state');
    if (this.#id !== 0) return this.#id;
    lastId += 1;
    guest.natives.startCipher(lastId, {
      ...this.#start,
      tag: this.#tag,
      tagLength: this.#tagLength,
      autoPadding: this.#autoPadding,
    });
    this.#id = lastId;
    if (this.#data !== null) {
      guest.natives.setCipherData(lastId, this.#data.bytes, this.#data.length);
    }
    return lastId;
  }

  setAutoPadding(isOn = true): this {
    this.#autoPadding = isOn;
    return this;
  }

  setAAD(bytes: unknown, options?: { plaintextLength?: number; encoding?: string }): this {
    const data = toBinary(bytes, options?.encoding ?? 'utf8').slice();
    this.#data = { bytes: data, length: options?.plaintextLength };
    return this;
  }

  update(data: unknown, inputEncoding?: unknown, outputEncoding?: unknown): Buffer | string {
    const bytes = guest.natives.updateCipher(this.#begin(), toBinary(data, inputEncoding));
    return this.#give(Buffer.from(bytes.buffer), outputEncoding);
  }

  final(outputEncoding?: unknown): Buffer | string {
    const id = this.#begin();
    this.#isFinal = true;
    const { bytes, tag } = guest.natives.endCipher(id);
    if (!this.#start.isDecipher && tag !== null) this.#tag = tag;
    const text = this.#give(Buffer.from(bytes.buffer), outputEncoding);
    return typeof text === 'string' ? text + (this.#decoder?.end() ?? '') : text;
  }

  #give(bytes: Buffer, encoding: unknown): Buffer | string {
    if (typeof encoding !== 'string' || encoding === 'buffer') return bytes;
    this.#decoder ??= new StringDecoder(encoding as BufferEncoding);
    return this.#decoder.write(bytes);
  }

  /** Of a cipher, once it is final. */
  protected get tag(): Buffer {
    if (this.#tag !== undefined && this.#isFinal) return Buffer.from(this.#tag);
    throw nodeError(Error, 'ERR_CRYPTO_INVALID_STATE', 'Invalid state for operation getAuthTag');
  }

  /** Of a decipher, before it has begun. */
  protected set tag(tag: Uint8Array) {
    this.#tag = tag.slice();
  }

  override _transform(chunk: unknown, encoding: string, done: (error?: Error) => void): void {
    try {
      this.push(this.update(chunk, encoding));
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: (error?: Error) => void): void {
    try {
      this.push(this.final());
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

/** See {@link createCipheriv}. */
export class Cipheriv extends Ciphering {
  constructor(...given: unknown[]) {
    super(given, false);
  }
  getAuthTag(): Buffer {
    return this.tag as Buffer;
  }
}

/** See {@link createDecipheriv}. */
export class Decipheriv extends Ciphering {
  constructor(...given: unknown[]) {
    super(given, true);
  }
  setAuthTag(tag: unknown, encoding?: unknown): this {
    this.tag = toBinary(tag, encoding) as Buffer;
    return this;
  }
}

/** `createCipheriv`. */
export function createCipheriv(...given: unknown[]): Cipheriv {
  return new Cipheriv(...given);
}

/** `createDecipheriv`. */
export function createDecipheriv(...given: unknown[]): Decipheriv {
  return new Decipheriv(...given);
}

/** `getCiphers`. */
export function getCiphers(): string[] {
  return guest.natives.listCiphers().split(' ');
}

/** `getCipherInfo`. */
export function getCipherInfo(name: unknown): object | undefined {
  return guest.natives.cipherInfo(String(name)) ?? undefined;
}
