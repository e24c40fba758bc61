import { transform } from '@swc/core';
import { eachFile } from './each-file.mjs';

const writer = (module, target, minified = false) =>
  eachFile(async (text, path) => {
    const { code } = await transform(text, {
      filename: path,
      swcrc: false,
      module: { type: module },
      minify: minified,
      jsc: {
        parser: { syntax: 'typescript', tsx: path.endsWith('x'), decorators: true },
        transform: { react: { runtime: 'automatic' }, decoratorVersion: '2022-03' },
        target,
        ...(minified ? { minify: { compress: true, mangle: true } } : {}),
      },
      isModule:
        !path.endsWith('.cjs') && !/\bmodule\.exports|^exports\./m.test(text) ? true : 'commonjs',
    });
    return code;
  });

export default {
  'commonjs, es2022': writer('commonjs', 'es2022'),
  'commonjs, es2022, minified': writer('commonjs', 'es2022', true),
  'commonjs, es5': writer('commonjs', 'es5'),
  'commonjs, es5, minified': writer('commonjs', 'es5', true),
  'esm, es2022': writer('es6', 'es2022'),
  'esm, es5, minified': writer('es6', 'es5', true),
};
