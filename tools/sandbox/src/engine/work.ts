import type * as Zlib from 'node:zlib';
import { promisify } from 'node:util';
import { workLimits, type WorkOptions, type WorkOutcome, zlibMethods } from '../guest/work.ts';
import { asBytes, asObject, asText, asWhole, copyBytes } from './native-arguments.ts';

/**
 * Computes what takes long, on other threads than the one that hands on messages. What it is asked comes from code
 * that nobody knows; it never throws.
 */
export class Worker {
  #open = 0;

  async run(name: unknown, options: unknown, parts: unknown): Promise<WorkOutcome> {
    if (this.#open >= workLimits.open) {
      return failed(new RangeError('Too much is computed at once.'));
    }
    this.#open += 1;
    try {
      const bytes = await work(name, asObject(options ?? {}), toParts(parts));
      return { ok: true, bytes: copyBytes(bytes) };
    } catch (error) {
      return failed(error);
    } finally {
      this.#open -= 1;
    }
  }
}

function toParts(parts: unknown): Uint8Array[] {
  if (!Array.isArray(parts) || parts.length > 2)
    throw new TypeError('Two parts at most are needed.');
  return parts.map((part) => asBytes(part, workLimits.bytes));
}

function work(name: unknown, options: object, parts: Uint8Array[]): Promise<Uint8Array> {
  switch (name) {
    case 'pbkdf2':
      return pbkdf2(options as WorkOptions['pbkdf2'], parts);
    case 'scrypt':
      return scrypt(options as WorkOptions['scrypt'], parts);
    case 'zlib':
      return zlib(options as WorkOptions['zlib'], parts);
    default:
      return Promise.reject(new TypeError('There is no such work.'));
  }
}

async function pbkdf2(
  { iterations, length, digest }: WorkOptions['pbkdf2'],
  [password = new Uint8Array(), salt = new Uint8Array()]: Uint8Array[],
): Promise<Uint8Array> {
  const crypto = await import('node:crypto');
  const name = asText(digest, 100);
  const hash = crypto.getHashes().includes(name) ? name : name.toLowerCase();
  let size: number;
  try {
    size = crypto.createHash(hash).digest().length;
  } catch {
    throw Object.assign(new TypeError(`Invalid digest: ${name}`), {
      code: 'ERR_CRYPTO_INVALID_DIGEST',
    });
  }
  const blocks = Math.max(1, Math.ceil(asWhole(length, workLimits.bytes) / size));
  const most = Math.floor(workLimits.rounds / blocks);
  return promisify(crypto.pbkdf2)(password, salt, asWhole(iterations, most), length, hash);
}

async function scrypt(
  { length, cost, blockSize, parallelization }: WorkOptions['scrypt'],
  [password = new Uint8Array(), salt = new Uint8Array()]: Uint8Array[],
): Promise<Uint8Array> {
  const { scrypt: compute } = await import('node:crypto');
  const most = workLimits.scryptBlocks;
  const [N, r, p] = [asWhole(cost, most), asWhole(blockSize, most), asWhole(parallelization, most)];
  asWhole(128 * r * (N + p), workLimits.scryptBytes);
  asWhole(N * r * p, most);
  const options = { N, r, p, maxmem: workLimits.scryptBytes * 2 };
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  compute(password, salt, asWhole(length, 1024 * 1024), options, (error, key) =>
    error === null ? resolve(key) : reject(error),
  );
  return promise;
}

async function zlib(
  options: WorkOptions['zlib'],
  [input = new Uint8Array(), dictionary]: Uint8Array[],
): Promise<Uint8Array> {
  const { method, most, params, hasDictionary = false, ...given } = options;
  const name = zlibMethods.find((one) => one === method);
  if (name === undefined) throw new TypeError('There is no such method.');
  const library: typeof Zlib = await import('node:zlib');
  const compute = promisify<Uint8Array, object, Uint8Array>(library[name]);
  const limits = { maxOutputLength: Math.max(1, asWhole(most, workLimits.bytes)) };
  return compute(input, {
    ...toNumbers(given),
    ...limits,
    ...(Array.isArray(params) && { params: toPairs(params) }),
    ...(hasDictionary && dictionary !== undefined && { dictionary }),
  });
}

function toNumbers(given: object): Record<string, number> {
  const known = ['level', 'windowBits', 'memLevel', 'strategy', 'finishFlush'];
  const pairs = known.flatMap((name) => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function toPairs(params: readonly unknown[]): Record<number, number> {
  const pairs = params.slice(0, 100).map((pair) => {
    const [key, value] = Array.isArray(pair) ? pair : [];
    return [asWhole(key, 1_000), asWhole(value, 2 ** 31)] as const;
  });
  return Object.fromEntries(pairs);
}

function failed(error: unknown): WorkOutcome {
  if (!(error instanceof Error)) return { ok: false, kind: 'Error', message: 'It failed.' };
  const kind =
    error instanceof RangeError ? 'RangeError' : error instanceof TypeError ? 'TypeError' : 'Error';
  const [code, errno] = [Reflect.get(error, 'code'), Reflect.get(error, 'errno')] as unknown[];
  return {
    ok: false,
    kind,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof errno === 'number' && { errno }),
  };
}
