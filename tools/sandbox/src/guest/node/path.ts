import { guest } from 'orchestra:api';
import posixParts from '@jspm/core/nodelibs/path';
import winParts from 'path-unified/win32';
import { wrongType } from './node-error.ts';

type Parts = typeof import('node:path').posix;

/** The functions of a library, which tell what is no text as Node does. */
function makePath(parts: Parts): Parts {
  const made: Record<string, unknown> = {
    delimiter: parts.delimiter,
    sep: parts.sep,
    toNamespacedPath: parts.toNamespacedPath ?? ((path: unknown) => path),
  };
  for (const name of ['dirname', 'extname', 'isAbsolute', 'normalize', 'parse'] as const) {
    made[name] = checked(name, parts[name], 1);
  }
  for (const name of ['basename', 'relative'] as const) made[name] = checked(name, parts[name], 2);
  for (const name of ['join', 'resolve'] as const)
    made[name] = checked(name, parts[name], Infinity);
  made['format'] = (given: unknown) => {
    if (typeof given !== 'object' || given === null) {
      throw wrongType('pathObject', 'of type object', given);
    }
    return Reflect.apply(parts.format, parts, [given]);
  };
  return { ...parts, ...made };
}

type Run = (...args: unknown[]) => unknown;

function checked(name: string, run: unknown, count: number): Run {
  const call = (...args: unknown[]): unknown => {
    const texts = name === 'basename' && args[1] === undefined ? args.slice(0, 1) : args;
    const needed = count === Infinity || name === 'basename' ? texts : texts.slice(0, count);
    if (needed.length === 0 && count !== Infinity)
      throw wrongType('path', 'of type string', undefined);
    for (const text of needed) {
      if (typeof text !== 'string') throw wrongType('path', 'of type string', text);
    }
    return Reflect.apply(run as Run, undefined, needed);
  };
  return Object.defineProperty(call, 'name', { value: name });
}

export const posix = makePath(posixParts);
export const win32 = makePath(winParts);
Object.assign(posix, { posix, win32, _makeLong: posix.toNamespacedPath });
Object.assign(win32, { posix, win32, _makeLong: win32.toNamespacedPath });

const path = guest.state.platform === 'win32' ? win32 : posix;
export const { basename, delimiter, dirname, extname, format, isAbsolute, join } = path;
export const { normalize, parse, relative, resolve, sep, toNamespacedPath } = path;
export default path;
