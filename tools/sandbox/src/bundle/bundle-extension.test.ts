import { makeFolder } from '@orchestra/testkit';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { loadBundler } from '../programs/load-bundler.ts';
import { type BundleResult, bundleExtension } from './bundle-extension.ts';

async function bundleOf(
  files: Record<string, string | object>,
  sure?: readonly string[],
): Promise<BundleResult> {
  await using folder = await makeFolder(files);
  const bundle = await bundleExtension(await loadBundler(), {
    folder: folder.path,
    entry: 'src/main.ts',
    findSureLoads: sure && (() => Promise.resolve(new Set(sure))),
  });
  try {
    return await bundle.build();
  } finally {
    await bundle.dispose();
  }
}

const reads =
  "const { readFileSync } = require('fs'); module.exports = (path) => readFileSync(path);";

test('a package gives what it has for browsers: by a condition, a field, or left out', async () => {
  const built = await bundleOf({
    'src/main.ts': "export { id } from 'ids'; export { map } from 'maps'; export * from 'none';",
    'node_modules/ids/package.json': {
      exports: { '.': { browser: './browser.mjs', default: './node.mjs' } },
    },
    'node_modules/ids/browser.mjs': "export const id = 'of a browser';",
    'node_modules/ids/node.mjs': "export const id = Buffer.from('of Node');",
    'node_modules/maps/package.json': { main: './node.js', browser: './browser.js' },
    'node_modules/maps/node.js': reads,
    'node_modules/maps/browser.js': "exports.map = 'for browsers';",
    'node_modules/none/package.json': { main: './main.js', browser: { fs: false, './io': false } },
    'node_modules/none/main.js': "exports.has = [require('fs'), require('./io')];",
    'node_modules/none/io.js': reads,
  });
  expect(built).toMatchObject({ ok: true, warnings: [] });
  expect(built.ok && built.code.code).toContain('of a browser');
  expect(built.ok && built.code.code).toContain('for browsers');
});

test('a package gives what it has for workers rather than what needs a document', async () => {
  const built = await bundleOf({
    'src/main.ts': "export { decode } from 'decodes';",
    'node_modules/decodes/package.json': {
      exports: { worker: './main.js', browser: './dom.js', default: './main.js' },
    },
    'node_modules/decodes/main.js': "export const decode = 'by a table';",
    'node_modules/decodes/dom.js': "export const decode = document.createElement('i');",
  });
  expect(built.ok && built.code.code).toContain('by a table');
});

test('modules of Node are told at each own place, and once for the import that brings packages', async () => {
  const built = await bundleOf({
    'src/main.ts':
      "import { readFile } from 'node:fs/promises';\nimport walk from 'walks';\nexport { walk, readFile };",
    'node_modules/walks/package.json': { main: './main.js' },
    'node_modules/walks/main.js':
      "const os = require('os'); module.exports = [os, require('reads')];",
    'node_modules/reads/package.json': { main: './main.js' },
    'node_modules/reads/main.js': reads,
  });
  expect(built).toMatchObject({
    ok: false,
    errors: [
      {
        text: 'Node\'s "node:fs/promises" isn\'t there in Orchestra. Use `fs` of @orchestra/api.',
        location: { file: 'src/main.ts', line: 1, column: 25 },
      },
      {
        text: expect.stringContaining('\'walks\' needs Node\'s "fs" and "os"'),
        location: { file: 'src/main.ts', line: 2, column: 17 },
      },
    ],
  });
});

test('modules of Node that the code can be loaded without are warned of', async () => {
  const built = await bundleOf(
    { 'src/main.ts': "export * from 'node:fs'; export const os = () => import('os');" },
    ['node:fs'],
  );
  expect(built).toMatchObject({
    ok: false,
    errors: [{ text: expect.stringContaining('"node:fs"') }],
    warnings: [{ text: expect.stringContaining('"os"') }],
  });
  const lazy = await bundleOf({ 'src/main.ts': "export const os = () => import('os');" }, []);
  expect(lazy).toMatchObject({
    ok: true,
    warnings: [{ text: expect.stringContaining('"os"'), location: { file: 'src/main.ts' } }],
  });
});

test('what is imported of Node and never used is no trouble, nor is a package of that name', async () => {
  const built = await bundleOf({
    'src/main.ts': "import { name } from 'unused'; import { on } from 'events'; on(name);",
    'node_modules/unused/package.json': { module: './main.js', sideEffects: false },
    'node_modules/unused/main.js':
      "import fs from 'fs'; export const name = 'n'; export const read = () => fs.readFileSync('');",
    'node_modules/events/index.js': 'exports.on = () => {};',
  });
  expect(built).toMatchObject({ ok: true, warnings: [] });
});

test('the API is imported by its name alone, and is no global', async () => {
  const built = await bundleOf({
    'src/main.ts': "import { ui } from '@orchestra/api'; export const activate = () => ui;",
  });
  expect(built).toMatchObject({ ok: true, warnings: [] });
  expect(built.ok && built.code.code).not.toContain('globalThis');
  const direct = await bundleOf({
    'src/main.ts': "import api from 'orchestra:api'; export const activate = () => api;",
  });
  expect(direct).toMatchObject({
    ok: false,
    errors: [{ text: 'Could not resolve "orchestra:api"', location: { file: 'src/main.ts' } }],
  });
});

test('modules in the form of UMD load what they name, and keep their lines', async () => {
  const umd = (body: string) => `(function (factory) {
    if (typeof module === "object" && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
})(function (require, exports) {
    ${body}
});`;
  const built = await bundleOf({
    'src/main.ts': `
import { high } from 'tides';
export const activate = () => high;`,
    'node_modules/tides/package.json': '{ "main": "umd.js" }',
    'node_modules/tides/umd.js': umd(`exports.high = require("./parts").low + 1;
    exports.none = () => require("none");`),
    'node_modules/tides/parts.js': umd('exports.low = require("other").low;'),
    'node_modules/other/index.js': 'exports.low = 1;',
  });
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  expect(built.warnings).toEqual([]);
  const file = `data:text/javascript,${encodeURIComponent(built.code.code)}`;
  const { activate } = (await import(file)) as { activate(): number };
  expect(activate()).toBe(2);
});

test('functions that take a `require` of their own, as Browserify writes them, are left as they are', async () => {
  const built = await bundleOf({
    'src/main.ts': `
import { high } from 'tides';
export const activate = () => high;`,
    'node_modules/tides/package.json': '{ "main": "dist.js" }',
    'node_modules/tides/dist.js': `module.exports=(function(){var outer="function"==typeof require&&require;
function load(name){var module={exports:{}};parts[name](load,module,module.exports);return module.exports}
var parts={"./low":function(require,module,exports){exports.low=1},main:function(require,module,exports){exports.high=require("./low").low+1}};
return load("main")})();`,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  const file = `data:text/javascript,${encodeURIComponent(built.code.code)}`;
  const { activate } = (await import(file)) as { activate(): number };
  expect(activate()).toBe(2);
});

test('what code reads of its own place is where it stands once it is built', async () => {
  await using folder = await makeFolder({
    'entry.js': "import './dist/extension.js';",
    'dist/extension.js':
      'console.log(__dirname, __filename, import.meta.url, import.meta.dirname, import.meta.filename);',
  });
  const bundle = await bundleExtension(await loadBundler(), {
    folder: folder.path,
    entry: 'entry.js',
    builtFile: 'dist/extension.js',
    modules: {},
  });
  const built = await bundle.build();
  await bundle.dispose();
  const file = folder.join('dist/extension.js');
  const places = [dirname(file), file, pathToFileURL(file).href, dirname(file), file];
  if (!built.ok) throw new Error('It was not built.');
  for (const place of places) expect(built.code.code).toContain(JSON.stringify(place));
  expect(built.code.code).not.toMatch(/__dirname|import\.meta/);
});
