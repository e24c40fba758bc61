import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { readFolder } from './files.mjs';

const run = promisify(execFile);
const bun = createRequire(import.meta.url).resolve('bun/bin/bun.exe');

const writer =
  (...options) =>
  async ({ entry, out }) => {
    const externals = ['vscode', 'react', 'react/*', '@raycast/*', '@orchestra/*'];
    const given = externals.flatMap((name) => ['--external', name]);
    await run(bun, ['build', entry, '--outdir', out, '--target', 'node', ...given, ...options]);
    return readFolder(out);
  };

export default {
  cjs: writer('--format', 'cjs'),
  'cjs, minified': writer('--format', 'cjs', '--minify'),
  esm: writer('--format', 'esm'),
  'esm, minified': writer('--format', 'esm', '--minify'),
};
