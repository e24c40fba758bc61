import { build } from 'tsdown';
import { external, isDecorated, readFolder } from './files.mjs';

const writer =
  (options) =>
  async ({ entry, plainEntry, files, out }) => {
    await build({
      entry: { main: isDecorated(files) ? plainEntry : entry },
      outDir: out,
      platform: 'node',
      deps: { neverBundle: external },
      config: false,
      dts: false,
      logLevel: 'silent',
      tsconfig: false,
      ...options,
    });
    return readFolder(out);
  };

export default {
  cjs: writer({ format: 'cjs' }),
  'cjs, minified': writer({ format: 'cjs', minify: true }),
  esm: writer({ format: 'esm', target: 'node18' }),
};
