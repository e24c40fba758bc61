import { isBuiltin } from 'node:module';
import { external, readFolder } from './files.mjs';

/** Builders by webpack, or by rspack, which takes the same options. */
export function packWriters(pack) {
  const writer =
    (mode, format, more = {}) =>
    async ({ plainEntry, out }) => {
      const isModule = format === 'esm';
      const library = isModule ? { type: 'module' } : { type: 'commonjs2' };
      const stats = await run(pack, {
        mode,
        target: 'node18',
        context: plainEntry.replace(/\/[^/]*$/, ''),
        entry: { main: plainEntry },
        devtool: false,
        output: {
          path: out,
          filename: isModule ? '[name].mjs' : '[name].js',
          library,
          ...(isModule ? { module: true, chunkFormat: 'module' } : {}),
        },
        ...(isModule ? { experiments: pack.isRspack ? {} : { outputModule: true } } : {}),
        externalsPresets: { node: false },
        externals: [
          ({ request }, done) => {
            if (!isBuiltin(request ?? '') && !external.test(request ?? '')) return done();
            done(null, `${isModule ? 'module-import' : 'commonjs'} ${request}`);
          },
        ],
        ...more,
      });
      if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
      return readFolder(out);
    };
  return {
    'development, cjs': writer('development', 'cjs'),
    'production, cjs': writer('production', 'cjs'),
    'production, cjs, es5': writer('production', 'cjs', { target: ['node18', 'es5'] }),
    'development, esm': writer('development', 'esm'),
    'production, esm': writer('production', 'esm'),
  };
}

function run({ pack }, options) {
  return new Promise((resolve, reject) => {
    pack(options, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
}
