import { win32 } from './path.ts';

export const { basename, delimiter, dirname, extname, format, isAbsolute, join } = win32;
export const { normalize, parse, relative, resolve, sep, toNamespacedPath } = win32;
export { posix, win32 } from './path.ts';
export default win32;
