import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeCommandContext } from '../../test/make-context.ts';
import { readProject } from './read-project.ts';

const manifest = {
  name: 'tide',
  version: '1.0.0',
  type: 'module',
  engines: { orchestra: '^1.0.0' },
  main: 'src/main.ts',
};

async function builtinsOf(files: Record<string, string | object>): Promise<string[]> {
  await using folder = await makeFolder({ 'package.json': manifest, ...files });
  const { problems } = await readProject({}, makeCommandContext({ cwd: folder.path }));
  return problems
    .filter(({ code }) => code === 'builtin-missing')
    .map(({ severity, path, message }) => `${severity} ${path} ${message}`);
}

test('readProject() tells once what a native extension needs of Node, at the import that brings it', async () => {
  const told = await builtinsOf({
    'src/main.ts':
      "import * as net from 'node:net';\nimport walk from 'walks';\nexport const lazy = () => [net, walk, import('os')];",
    'node_modules/walks/package.json': { main: './main.js' },
    'node_modules/walks/main.js':
      "try { require('crypto'); } catch {} module.exports = require('fs');",
  });
  expect(told).toEqual([
    `error src/main.ts:1:22 Node's "node:net" isn't there in Orchestra`,
    `error src/main.ts:2:18 'walks' needs Node's "fs", which Orchestra doesn't have (node_modules/walks/main.js:1)`,
    `warning src/main.ts:3:46 Node's "os" isn't there in Orchestra`,
  ]);
});

test('readProject() tells of Node in built code, at the places of its source map', async () => {
  const main = "import 'node:net';\ntry { require('walks'); } catch {}\nexport {};";
  const told = await builtinsOf({
    'package.json': { ...manifest, main: 'dist/main.js' },
    'dist/main.js': main,
  });
  expect(told).toEqual([`error dist/main.js:1:1 Node's "node:net" isn't there in Orchestra`]);
});

test('readProject() counts what packages have for browsers, and lets other kinds have Node', async () => {
  const files = {
    'src/main.ts': "import ids from 'ids'; export { ids };",
    'node_modules/ids/package.json': { main: './node.js', browser: './browser.js' },
    'node_modules/ids/node.js': "module.exports = require('crypto');",
    'node_modules/ids/browser.js': 'module.exports = 1;',
  };
  expect(await builtinsOf(files)).toEqual([]);
  const vscode = { ...manifest, engines: { vscode: '^1.90.0' } };
  expect(await builtinsOf({ 'package.json': vscode, 'src/main.ts': "import 'node:fs';" })).toEqual(
    [],
  );
});

test('a bundle for the isolate can be loaded where a package tries to require what is of Node', async () => {
  await using folder = await makeFolder({
    'package.json': manifest,
    'src/main.ts': "import tries from 'tries'; export { tries };",
    'node_modules/tries/index.js': "try { module.exports = require('fs'); } catch {}",
  });
  const { files, problems } = await readProject({}, makeCommandContext({ cwd: folder.path }));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(Buffer.from(files.get('dist/main.js') ?? []).toString()).not.toContain('node:module');
});
