import { nativeLimits } from '../natives.ts';
import {
  defineInterface,
  inside,
  requireArguments,
  requireInside,
  toText,
} from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { webNatives } from './environment.ts';
import { viewBytes } from './text-decoder.ts';

/** Of W3C's Web Cryptography, what needs no keys: `digest`. */
export class SubtleCrypto {
  constructor(key?: unknown) {
    requireInside(key);
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws is to come as a rejection
  async digest(algorithm: unknown, data: unknown): Promise<ArrayBuffer> {
    requireArguments('SubtleCrypto.digest', arguments, 2);
    const isObject = typeof algorithm === 'object' && algorithm !== null;
    const given: unknown = isObject ? Reflect.get(algorithm, 'name') : algorithm;
    if (given === undefined) throw new TypeError('The algorithm has no name');
    const name = toText(given).toUpperCase();
    const bytes = viewBytes(data).slice();
    if (bytes.length > nativeLimits.digestBytes) {
      const message = `At most ${nativeLimits.digestBytes} bytes can be digested at once.`;
      throw new DOMException(message, 'OperationError');
    }
    const digest = webNatives().digest(name, bytes);
    if (digest === null) throw new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    return digest.buffer;
  }
}

defineInterface('SubtleCrypto', SubtleCrypto);

/** As W3C's Web Cryptography has it. */
export class Crypto {
  #subtle = new SubtleCrypto(inside);

  constructor(key?: unknown) {
    requireInside(key);
  }

  get subtle(): SubtleCrypto {
    return this.#subtle;
  }

  getRandomValues<T>(array: T): T {
    requireArguments('Crypto.getRandomValues', arguments, 1);
    const isView = ArrayBuffer.isView(array) && !(array instanceof DataView);
    if (!isView || array instanceof Float32Array || array instanceof Float64Array) {
      throw new DOMException(
        'The data argument must be an integer-type TypedArray',
        'TypeMismatchError',
      );
    }
    const bytes = viewBytes(array);
    if (bytes.length > nativeLimits.randomBytes) {
      const message = `The requested length exceeds ${nativeLimits.randomBytes} bytes`;
      throw new DOMException(message, 'QuotaExceededError');
    }
    bytes.set(webNatives().randomBytes(bytes.length));
    return array;
  }

  randomUUID(): string {
    const bytes = webNatives().randomBytes(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

defineInterface('Crypto', Crypto);
