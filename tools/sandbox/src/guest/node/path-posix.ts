import { posix } from './path.ts';

export const { basename, delimiter, dirname, extname, format, isAbsolute, join } = posix;
export const { normalize, parse, relative, resolve, sep, toNamespacedPath } = posix;
export { posix, win32 } from './path.ts';
export default posix;
