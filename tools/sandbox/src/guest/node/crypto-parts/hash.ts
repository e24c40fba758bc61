import { guest } from 'orchestra:api';
import { Buffer } from '../buffer.ts';
import { nodeError } from '../node-error.ts';
import { Transform } from '../stream.ts';
import { toBinary } from './to-binary.ts';

/** What is kept of small parts, before they are handed on together. Bytes. */
const keptBytes = 256 * 1024;

let lastId = 0;

/** A hash, or an HMAC where there is a key. */
class Digest extends Transform {
  readonly #algorithm: string;
  readonly #key: Uint8Array | undefined;
  #kept: Uint8Array[] = [];
  #length = 0;
  /** Of the engine's, once there was more than is kept here. */
  #id = 0;
  #isFinal = false;

  constructor(algorithm: unknown, key: Uint8Array | undefined, options?: object) {
    super(options);
    this.#algorithm = String(algorithm);
    this.#key = key;
    // tells of a name that isn't known, as Node does
    this.#try(() => guest.natives.hash(this.#algorithm, new Uint8Array(), key));
  }

  #try<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      if (this.#key === undefined) throw new Error('Digest method not supported', { cause: error });
      const message = `Invalid digest: ${this.#algorithm}`;
      throw nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', message);
    }
  }

  update(data: unknown, encoding?: unknown): this {
    if (this.#isFinal) throw finalized();
    const bytes = toBinary(data, encoding).slice();
    this.#kept.push(bytes);
    this.#length += bytes.length;
    if (this.#length > keptBytes) this.#handOn();
    return this;
  }

  #handOn(): void {
    if (this.#id === 0) {
      lastId += 1;
      guest.natives.startHash(lastId, this.#algorithm, this.#key);
      this.#id = lastId;
    }
    for (const part of this.#kept) guest.natives.updateHash(this.#id, part);
    this.#kept = [];
    this.#length = 0;
  }

  digest(encoding?: unknown): Buffer | string {
    if (this.#isFinal) throw finalized();
    this.#isFinal = true;
    const bytes = this.#end();
    const buffer = Buffer.from(bytes.buffer);
    return encoding === undefined || encoding === null || encoding === 'buffer'
      ? buffer
      : buffer.toString(encoding as BufferEncoding);
  }

  #end(): Uint8Array<ArrayBuffer> {
    if (this.#id === 0) {
      return guest.natives.hash(this.#algorithm, Buffer.concat(this.#kept), this.#key);
    }
    this.#handOn();
    return guest.natives.endHash(this.#id);
  }

  /** For `Hash.copy`. */
  protected copyTo(copy: Digest): void {
    if (this.#isFinal) throw finalized();
    copy.#kept = [...this.#kept];
    copy.#length = this.#length;
    if (this.#id === 0) return;
    lastId += 1;
    guest.natives.copyHash(this.#id, lastId);
    copy.#id = lastId;
  }

  override _transform(chunk: unknown, encoding: string, done: () => void): void {
    this.update(chunk, encoding);
    done();
  }

  override _flush(done: () => void): void {
    this.push(this.digest());
    done();
  }
}

function finalized(): Error {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
}

/** See {@link createHash}. */
export class Hash extends Digest {
  readonly #given: unknown[];

  constructor(algorithm: unknown, options?: object) {
    super(algorithm, undefined, options);
    this.#given = [algorithm, options];
  }

  copy(): Hash {
    const [algorithm, options] = this.#given;
    const copy = new Hash(algorithm, options as object | undefined);
    this.copyTo(copy);
    return copy;
  }
}

/** See {@link createHmac}. */
export class Hmac extends Digest {}

/** `createHash`. */
export function createHash(algorithm: unknown, options?: object): Hash {
  return new Hash(algorithm, options);
}

/** `createHmac`. */
export function createHmac(algorithm: unknown, key: unknown, options?: object): Hmac {
  return new Hmac(algorithm, toBinary(key, 'utf8', 'key'), options);
}

/** `hash`: all at once. */
export function hash(
  algorithm: unknown,
  data: unknown,
  encoding: unknown = 'hex',
): Buffer | string {
  return createHash(algorithm).update(data).digest(encoding);
}

/** `getHashes`. */
export function getHashes(): string[] {
  return guest.natives.listHashes().split(' ');
}
