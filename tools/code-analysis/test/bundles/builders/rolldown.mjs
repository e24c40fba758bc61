import { rolldown } from 'rolldown';
import { external, isDecorated, readFolder } from './files.mjs';

const writer =
  (options) =>
  async ({ entry, plainEntry, files, out }) => {
    const bundle = await rolldown({
      input: { main: isDecorated(files) ? plainEntry : entry },
      platform: 'node',
      external,
      resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
      logLevel: 'silent',
    });
    await bundle.write({ dir: out, ...options });
    await bundle.close();
    return readFolder(out);
  };

export default {
  cjs: writer({ format: 'cjs' }),
  'cjs, minified': writer({ format: 'cjs', minify: true }),
  esm: writer({ format: 'esm' }),
  'esm, minified': writer({ format: 'esm', minify: true }),
};
