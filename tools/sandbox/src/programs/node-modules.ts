import { fileURLToPath } from 'node:url';

/** The modules of Node that compatible kinds of extensions are offered: by name, the file that is one. */
export const nodeModules = {
  assert: 'assert',
  'assert/strict': 'assert-strict',
  buffer: 'buffer',
  child_process: 'child-process',
  constants: 'constants',
  crypto: 'crypto',
  events: 'events',
  fs: 'fs',
  'fs/promises': 'fs-promises',
  http: 'http',
  https: 'https',
  module: 'module',
  net: 'net',
  os: 'os',
  path: 'path',
  'path/posix': 'path-posix',
  'path/win32': 'path-win32',
  perf_hooks: 'perf-hooks',
  process: 'process',
  punycode: 'punycode',
  querystring: 'querystring',
  readline: 'readline',
  stream: 'stream',
  'stream/promises': 'stream-promises',
  string_decoder: 'string-decoder',
  sys: 'util',
  timers: 'timers',
  'timers/promises': 'timers-promises',
  tty: 'tty',
  url: 'url',
  util: 'util',
  'util/types': 'util-types',
  worker_threads: 'worker-threads',
  zlib: 'zlib',
} as const satisfies Readonly<Record<string, string>>;

/** Absolute path of the source of a module. */
export function sourceOf(file: string): string {
  return fileURLToPath(new URL(`../guest/node/${file}.ts`, import.meta.url));
}
