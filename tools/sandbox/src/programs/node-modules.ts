import { fileURLToPath } from 'node:url';

/** The modules of Node that compatible kinds of extensions are offered: by name, the file that is one. */
export const nodeModules = {
  buffer: 'buffer',
  child_process: 'child-process',
  crypto: 'crypto',
  events: 'events',
  fs: 'fs',
  'fs/promises': 'fs-promises',
  os: 'os',
  path: 'path',
  process: 'process',
  stream: 'stream',
  'stream/promises': 'stream-promises',
  string_decoder: 'string-decoder',
  url: 'url',
  util: 'util',
} as const satisfies Readonly<Record<string, string>>;

/** Absolute path of the source of a module. */
export function sourceOf(file: string): string {
  return fileURLToPath(new URL(`../guest/node/${file}.ts`, import.meta.url));
}
