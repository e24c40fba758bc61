import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createRequire } from 'node:module';
import { readFolder } from './files.mjs';

const run = promisify(execFile);
const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(dirname(manifest), 'bin/tsc');

const writer =
  (...options) =>
  async ({ entry, out }) => {
    const given = [
      entry,
      '--outDir',
      out,
      '--rootDir',
      dirname(entry),
      '--allowJs',
      '--noCheck',
      '--jsx',
      'react-jsx',
      '--resolveJsonModule',
      '--ignoreConfig',
      '--types',
      '',
    ];
    try {
      await run(process.execPath, [tsc, ...given, ...options]);
    } catch (error) {
      // it tells of types that aren't installed, and still writes
      if (Object.keys(await readFolder(out).catch(() => ({}))).length === 0) {
        throw new Error(error.stdout, { cause: error });
      }
    }
    return readFolder(out);
  };

export default {
  'commonjs, es2022': writer('--module', 'commonjs', '--target', 'es2022'),
  'commonjs, es2015': writer('--module', 'commonjs', '--target', 'es2015'),
  'esm, es2022': writer(
    '--module',
    'esnext',
    '--moduleResolution',
    'bundler',
    '--target',
    'es2022',
  ),
};
