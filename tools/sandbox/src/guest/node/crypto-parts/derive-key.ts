import { guest } from 'orchestra:api';
import { Buffer } from '../buffer.ts';
import { callBack } from '../fs-parts/forms.ts';
import { nodeError, wrongType } from '../node-error.ts';
import { createHmac, getHashes } from './hash.ts';
import { outOfRange } from './random.ts';
import { toBinary } from './to-binary.ts';

const toBuffer = (bytes: Uint8Array<ArrayBuffer>) => Buffer.from(bytes.buffer);

function toLength(given: unknown, name = 'keylen'): number {
  if (typeof given !== 'number') throw wrongType(name, 'of type number', given);
  if (Number.isInteger(given) && given >= 0 && given < 2 ** 31) return given;
  throw outOfRange(name, `>= 0 && <= ${2 ** 31 - 1}`, given);
}

function requireCallback(callback: unknown): (error: unknown, value?: unknown) => void {
  if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
  return callback as never;
}

function readPbkdf2([password, salt, iterations, keylen, digest]: unknown[]) {
  const parts = [toBinary(password, 'utf8', 'password'), toBinary(salt, 'utf8', 'salt')];
  if (typeof iterations !== 'number') throw wrongType('iterations', 'of type number', iterations);
  if (!Number.isInteger(iterations) || iterations < 1) {
    throw outOfRange('iterations', `>= 1 && <= ${2 ** 31 - 1}`, iterations);
  }
  const length = toLength(keylen);
  if (typeof digest !== 'string') throw wrongType('digest', 'of type string', digest);
  if (!getHashes().some((name) => name.toLowerCase() === digest.toLowerCase())) {
    throw nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${digest}`);
  }
  return { options: { iterations, length, digest }, parts };
}

/** `pbkdf2Sync`. */
export function pbkdf2Sync(...args: unknown[]): Buffer {
  const { options, parts } = readPbkdf2(args);
  return toBuffer(guest.work.now('pbkdf2', options, parts));
}

/** `pbkdf2`. */
export function pbkdf2(...args: unknown[]): void {
  const callback = requireCallback(args.pop());
  const { options, parts } = readPbkdf2(args);
  callBack(guest.work.later('pbkdf2', options, parts).then(toBuffer), callback);
}

function readScrypt([password, salt, keylen, given]: unknown[]) {
  const parts = [toBinary(password, 'utf8', 'password'), toBinary(salt, 'utf8', 'salt')];
  const options = { ...Object(given) } as Record<string, unknown>;
  const number = (names: readonly string[], fallback: number) => {
    const found = names.map((name) => options[name]).find((value) => value !== undefined);
    return found === undefined ? fallback : toLength(found, names[0]);
  };
  const cost = number(['N', 'cost'], 16_384);
  const blockSize = number(['r', 'blockSize'], 8);
  const parallelization = number(['p', 'parallelization'], 1);
  const most = number(['maxmem'], 32 * 1024 * 1024);
  const isPower = cost > 1 && Number.isInteger(Math.log2(cost));
  if (!isPower || 128 * cost * blockSize > most) {
    const message = isPower
      ? 'Invalid scrypt params: memory limit exceeded'
      : 'Invalid scrypt params';
    throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', message);
  }
  const length = toLength(keylen);
  return { options: { length, cost, blockSize, parallelization }, parts };
}

/** `scryptSync`. */
export function scryptSync(...args: unknown[]): Buffer {
  const { options, parts } = readScrypt(args);
  return toBuffer(guest.work.now('scrypt', options, parts));
}

/** `scrypt`. */
export function scrypt(...args: unknown[]): void {
  const callback = requireCallback(args.pop());
  const { options, parts } = readScrypt(args);
  callBack(guest.work.later('scrypt', options, parts).then(toBuffer), callback);
}

/** `hkdfSync`, as RFC 5869 has it. */
export function hkdfSync(...args: unknown[]): ArrayBuffer {
  const [digest, key, salt, info, keylen] = args;
  const hashed = (by: unknown, parts: Uint8Array[]) =>
    createHmac(digest, by).update(Buffer.concat(parts)).digest() as Buffer;
  const length = toLength(keylen, 'length');
  const [saltBytes, keyBytes] = [toBinary(salt, 'utf8', 'salt'), toBinary(key, 'utf8', 'ikm')];
  const size = hashed('', []).length;
  if (length > 255 * size)
    throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
  const secret = hashed(saltBytes.length === 0 ? Buffer.alloc(size) : saltBytes, [keyBytes]);
  const parts: Buffer[] = [];
  for (let at = 1; (at - 1) * size < length; at += 1) {
    const before = parts.at(-1) ?? Buffer.alloc(0);
    parts.push(hashed(secret, [before, toBinary(info, 'utf8', 'info'), Buffer.from([at])]));
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, length)).buffer;
}

/** `hkdf`. */
export function hkdf(...args: unknown[]): void {
  const callback = requireCallback(args.pop());
  const key = hkdfSync(...args);
  callBack(Promise.resolve(key), callback);
}
