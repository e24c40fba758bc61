import { transformAsync } from '@babel/core';
import { minify } from 'terser';
import { eachFile } from './each-file.mjs';

const writer = (modules, targets, minified = false) =>
  eachFile(async (text, path) => {
    const isScript = path.endsWith('.cjs') || /\bmodule\.exports|^exports\./m.test(text);
    const { code } = await transformAsync(text, {
      filename: path,
      babelrc: false,
      configFile: false,
      sourceType: isScript ? 'commonjs' : 'module',
      parserOpts: { plugins: ['decorators'] },
      plugins: [['@babel/plugin-proposal-decorators', { version: '2023-11' }]],
      presets: [
        ['@babel/preset-env', { modules, targets }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    });
    return minified ? (await minify(code, { module: modules === false })).code : code;
  });

export default {
  'cjs, node 18': writer('commonjs', { node: '18' }),
  'cjs, node 18, minified': writer('commonjs', { node: '18' }, true),
  'cjs, es5': writer('commonjs', { ie: '11' }),
  'cjs, es5, minified': writer('commonjs', { ie: '11' }, true),
  esm: writer(false, { node: '18' }),
};
