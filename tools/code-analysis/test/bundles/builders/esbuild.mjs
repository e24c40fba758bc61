import { build } from 'esbuild';
import { readFolder } from './files.mjs';

const writer =
  (options) =>
  async ({ entry, out }) => {
    await build({
      entryPoints: { main: entry },
      outdir: out,
      bundle: true,
      platform: 'node',
      jsx: 'automatic',
      external: ['vscode', 'react', 'react/*', '@raycast/*', '@orchestra/*'],
      logLevel: 'error',
      ...options,
    });
    return readFolder(out);
  };

export default {
  cjs: writer({ format: 'cjs', target: 'es2022' }),
  'cjs, minified': writer({ format: 'cjs', target: 'es2022', minify: true }),
  'cjs, es2016': writer({ format: 'cjs', target: 'es2016', keepNames: true }),
  'cjs, es2016, minified': writer({ format: 'cjs', target: 'es2016', minify: true }),
  esm: writer({ format: 'esm', target: 'es2022' }),
  'esm, minified': writer({ format: 'esm', target: 'es2022', minify: true }),
  'esm, es2016': writer({ format: 'esm', target: 'es2016' }),
};
