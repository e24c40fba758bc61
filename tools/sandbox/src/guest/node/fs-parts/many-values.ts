import { promisify } from '../util.ts';
import * as entries from './entries.ts';
import { callBack, makeSync, type Steps, toCallback } from './forms.ts';
import * as onOpen from './on-open.ts';
import { start } from './read-stream.ts';

/*
 * Functions of `fs` whose callbacks get several values, or no error.
 */

type ManyBack = (error: unknown, count?: number, data?: unknown) => void;
type Run = (...args: unknown[]) => void;

const { custom } = promisify;

/** A function that calls back with a number and what it was about. */
function makeCounting(
  name: string,
  begin: (...args: never[]) => Steps<number>,
  as: { count: string; data: string },
): Run {
  const call: Run = (fd, data, ...args) => {
    const callback = toCallback(args.pop()) as ManyBack;
    callBack(start(begin(...([fd, data, ...args] as never[])), call), (error, count) =>
      error === null ? callback(null, Number(count ?? 0), data) : callback(error),
    );
  };
  const promised = async (fd: unknown, data: unknown, ...args: unknown[]) => ({
    [as.count]: await start(begin(...([fd, data, ...args] as never[])), call),
    [as.data]: data,
  });
  Object.defineProperty(call, 'name', { value: name });
  return Object.defineProperty(call, custom, { value: promised, configurable: true });
}

export const write = makeCounting('write', onOpen.write, { count: 'bytesWritten', data: 'buffer' });
export const writev = makeCounting('writev', onOpen.writev, {
  count: 'bytesWritten',
  data: 'buffers',
});
export const readv = makeCounting('readv', onOpen.readv, { count: 'bytesRead', data: 'buffers' });
const readInto = makeCounting('read', onOpen.read, { count: 'bytesRead', data: 'buffer' });

/** `read`, whose buffer may stand in options or be left out. */
export function read(fd: unknown, ...args: unknown[]): void {
  const [first] = args;
  if (ArrayBuffer.isView(first)) return readInto(fd, ...args);
  const options = typeof first === 'function' ? {} : Object(first);
  const { buffer = new Uint8Array(16_384), ...others } = options as Record<string, unknown>;
  readInto(fd, buffer, others, args.at(-1));
}
Object.defineProperty(read, custom, {
  value: Reflect.get(readInto, custom) as unknown,
  configurable: true,
});

export const readSync = makeSync('read', onOpen.read);
export const writeSync = makeSync('write', onOpen.write);
export const readvSync = makeSync('readv', (fd, buffers, position) =>
  onOpen.readv(fd, buffers as Uint8Array[], position),
);
export const writevSync = makeSync('writev', (fd, buffers, position) =>
  onOpen.writev(fd, buffers as Uint8Array[], position),
);

/** `exists`, which calls back without an error. */
export function exists(path: unknown, callback: (is: boolean) => void): void {
  callBack(start(entries.exists(path), exists), (_, is) => callback(is === true));
}
Object.defineProperty(exists, custom, {
  value: async (path: unknown) => start(entries.exists(path), exists),
  configurable: true,
});
