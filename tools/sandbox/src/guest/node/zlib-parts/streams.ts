import { workLimits, type ZlibMethod } from '../../work.ts';
import { Buffer } from '../buffer.ts';
import { toBinary } from '../crypto-parts/to-binary.ts';
import { nodeError } from '../node-error.ts';
import { Transform } from '../stream.ts';
import { computeLater } from './compute.ts';

/** What is handed on at once, in bytes. */
const chunkBytes = 64 * 1024;

/** Packs or unpacks what goes through it, once all of it has come. */
class Zlib extends Transform {
  readonly #method: ZlibMethod;
  readonly #options: unknown;
  #parts: Uint8Array[] = [];
  bytesWritten = 0;

  constructor(method: ZlibMethod, options?: unknown) {
    super({ ...(Object(options) as object) });
    this.#method = method;
    this.#options = options;
  }

  override _transform(chunk: unknown, encoding: string, done: (error?: Error) => void): void {
    const bytes = toBinary(chunk, encoding).slice();
    this.bytesWritten += bytes.length;
    if (this.bytesWritten > workLimits.bytes) {
      const message = `More than ${workLimits.bytes} bytes can't be packed or unpacked at once.`;
      return done(nodeError(RangeError, 'ERR_BUFFER_TOO_LARGE', message));
    }
    this.#parts.push(bytes);
    done();
  }

  override _flush(done: (error?: Error) => void): void {
    computeLater(this.#method, Buffer.concat(this.#parts), this.#options).then((bytes) => {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        this.push(bytes.subarray(at, at + chunkBytes));
      }
      done();
    }, done);
    this.#parts = [];
  }

  close(callback?: () => void): void {
    if (callback !== undefined) this.once('close', callback);
    this.destroy();
  }

  /** Nothing can be handed on before all of it has come. */
  flush(...args: unknown[]): void {
    const callback = args.pop();
    if (typeof callback === 'function') queueMicrotask(() => Reflect.apply(callback, this, []));
  }
}

/** Makes the class of a method. */
export function makeZlibClass(method: ZlibMethod, name: string) {
  const Class = class extends Zlib {
    constructor(options?: unknown) {
      super(method, options);
    }
  };
  return Object.defineProperty(Class, 'name', { value: name });
}
