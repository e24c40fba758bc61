import { guest } from 'orchestra:api';
import { workLimits, type ZlibMethod, type ZlibOptions } from '../../work.ts';
import { Buffer } from '../buffer.ts';
import { toBinary } from '../crypto-parts/to-binary.ts';
import { callBack } from '../fs-parts/forms.ts';
import { nodeError, wrongType } from '../node-error.ts';

/** Options of Node's `zlib`, as they are given. */
export type ZlibGiven = Record<string, unknown>;

/** What is to be computed, with what was given for it. */
export function toWork(
  method: ZlibMethod,
  given: unknown,
): { options: ZlibOptions; rest: Uint8Array[] } {
  const { dictionary, params, maxOutputLength, ...others } = Object(given) as ZlibGiven;
  const options: Record<string, unknown> = {};
  for (const name of ['level', 'windowBits', 'memLevel', 'strategy', 'finishFlush']) {
    if (typeof others[name] === 'number') options[name] = others[name];
  }
  const pairs = Object.entries(Object(params) as object).map(([key, value]) => [
    Number(key),
    Number(value),
  ]);
  const most = Math.min(Number(maxOutputLength ?? Infinity), workLimits.bytes);
  const rest = dictionary === undefined ? [] : [toBinary(dictionary, 'utf8', 'options.dictionary')];
  return {
    options: {
      ...options,
      method,
      most: Number.isNaN(most) ? workLimits.bytes : Math.trunc(most),
      ...(rest.length > 0 && { hasDictionary: true }),
      ...(pairs.length > 0 && { params: pairs as [number, number][] }),
    },
    rest,
  };
}

const toBuffer = (bytes: Uint8Array<ArrayBuffer>) => Buffer.from(bytes.buffer);

/** The error as Node has it: what was too much is told as `ERR_BUFFER_TOO_LARGE`. */
function toZlibError(error: unknown): unknown {
  if (!(error instanceof RangeError) || Reflect.has(error, 'code')) return error;
  return nodeError(RangeError, 'ERR_BUFFER_TOO_LARGE', error.message);
}

/** Packs or unpacks while the extension waits. */
export function computeNow(method: ZlibMethod, data: unknown, given: unknown): Buffer {
  const { options, rest } = toWork(method, given);
  try {
    return toBuffer(guest.work.now('zlib', options, [toBinary(data, 'utf8', 'buffer'), ...rest]));
  } catch (error) {
    throw toZlibError(error);
  }
}

/** Packs or unpacks while the extension goes on. */
export async function computeLater(
  method: ZlibMethod,
  data: unknown,
  given: unknown,
): Promise<Buffer> {
  const { options, rest } = toWork(method, given);
  const parts = [toBinary(data, 'utf8', 'buffer'), ...rest];
  try {
    return toBuffer(await guest.work.later('zlib', options, parts));
  } catch (error) {
    throw toZlibError(error);
  }
}

/** The two forms of a function. */
export function makeForms(method: ZlibMethod) {
  const sync = (data: unknown, options?: unknown): Buffer => computeNow(method, data, options);
  const called = (data: unknown, ...args: unknown[]): void => {
    const callback = args.pop();
    if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
    toBinary(data, 'utf8', 'buffer');
    callBack(computeLater(method, data, args[0]), callback as never);
  };
  Object.defineProperty(sync, 'name', { value: `${method}Sync` });
  Object.defineProperty(called, 'name', { value: method });
  return { sync, called };
}
