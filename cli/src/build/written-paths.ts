import { posix } from 'node:path';

/**
 * Matches paths of code in code: `'dist/server.js'`, and the arguments of `join()` such as `'server', 'out',
 * 'server.js'`.
 */
const writtenPath = /(?:(["'])[\w.-]{1,100}\1,\s*){0,6}(["'])[\w./-]{1,200}\.[cm]?js\2/g;

/** The paths of code that a text names, as they are written. */
export function writtenPaths(code: string): string[] {
  return [...code.matchAll(writtenPath)].map(([written]) =>
    posix.join(...written.replaceAll(/["'\s]/g, '').split(',')),
  );
}
