import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { isBuiltin } from 'node:module';
import { external, readFolder } from './files.mjs';

const writer =
  (options, minified = false) =>
  async ({ plainEntry, out }) => {
    const bundle = await rollup({
      input: { main: plainEntry },
      external: (name) => isBuiltin(name) || external.test(name),
      plugins: [json(), commonjs({ ignoreTryCatch: false, transformMixedEsModules: true })],
      onLog() {},
    });
    const inline = options.format === 'umd' ? { inlineDynamicImports: true, name: 'tide' } : {};
    await bundle.write({ dir: out, exports: 'auto', ...inline, ...options });
    await bundle.close();
    const files = await readFolder(out);
    if (!minified) return files;
    const module = options.format === 'es';
    for (const [path, text] of Object.entries(files)) {
      files[path] = (await minify(text, { module, toplevel: true })).code;
    }
    return files;
  };

export default {
  cjs: writer({ format: 'cjs' }),
  'cjs, interop auto': writer({ format: 'cjs', interop: 'auto' }),
  'cjs, interop compat, minified': writer({ format: 'cjs', interop: 'compat' }, true),
  esm: writer({ format: 'es' }),
  'esm, minified': writer({ format: 'es' }, true),
  umd: writer({ format: 'umd', interop: 'auto' }),
  'umd, minified': writer({ format: 'umd', interop: 'auto' }, true),
};
