import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';

/** What code uses that nothing needs to reach: a script of a build. */
const build = "import { rmSync } from 'node:fs'; rmSync('out', { recursive: true });";

/** The files of code that aren't reached, and the permissions of those that are. */
function analyze(texts: Record<string, string>, entries = ['main.js']) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  const { permissions, unreached } = analyzeCode({ files, entries });
  return { needs: permissions.map(({ permission }) => permission), apart: unreached?.paths };
}

test('analyzeCode() leaves out code that nothing reaches, and tells of it', () => {
  const manifest = JSON.stringify({ scripts: { build: 'node scripts/build.mjs' } });
  const found = analyze({
    'package.json': manifest,
    'main.js': "require('./lib');",
    'lib/index.js': "require('fs').readFileSync('a');",
    'scripts/build.mjs': build,
    'gulpfile.js': build,
  });
  expect(found).toEqual({
    needs: ['filesystem.read'],
    apart: ['scripts/build.mjs', 'gulpfile.js'],
  });
});

test.each([
  ['a computed import of its folder', "import('./scripts/' + encodeURIComponent(name));"],
  ['a computed require of anything', 'require(name);'],
  ['a name that is put together', "require('./scr' + 'ipts/build.mjs');"],
  ['a list of names', "['build'].map((name) => import(`./scripts/${name}.mjs`));"],
  ['eval', 'eval(text);'],
  ['a fork', "require('child_process').fork(__dirname + '/scripts/build.mjs');"],
  ['a fork of a computed path', "require('child_process').fork(path);"],
  [
    'a program that Node runs',
    "require('child_process').spawn(process.execPath, [require('path').join(__dirname, 'scripts', 'build.mjs')]);",
  ],
  [
    'a program whose ending is put behind its name',
    "const name = 'build'; require('child_process').exec(`node ${__dirname}/scripts/${name}.mjs`);",
  ],
  ['a worker', "new (require('worker_threads').Worker)(require.resolve('./scripts/build.mjs'));"],
  ['a web worker', "new Worker(new URL('scripts/build.mjs', import.meta.url));"],
  ['a worker of a computed address', 'new Worker(address);'],
  [
    'a language server',
    "new LanguageClient('a', { run: { module: context.asAbsolutePath('scripts/build.mjs'), transport: 1 } });",
  ],
  [
    'a page',
    "exports.show = (w, root) => w.asWebviewUri(vscode.Uri.joinPath(root, 'scripts', 'build.mjs'));",
  ],
  [
    'a page that is given its folder',
    "exports.show = (w, root) => w.asWebviewUri(root + '/scripts');",
  ],
  ['a page that is given a computed file', 'exports.show = (w, uri) => w.asWebviewUri(uri);'],
  [
    'a page that is given one by another name',
    "exports.show = (w, root) => ['asWebviewUri'].map(() => w.asWebviewUri.call(w, root + '/x.css'));",
  ],
  ['a text of a page', 'exports.page = \'<script src="./scripts/build.mjs"></script>\';'],
  ['an address that is encoded', "exports.page = '<script src=scripts/b%75ild.mjs>';"],
])('analyzeCode() reaches a file by %s', (_how, main) => {
  const { apart, needs } = analyze({ 'main.js': main, 'scripts/build.mjs': build });
  expect(apart).toEqual([]);
  expect(needs).toContain('filesystem.write');
});

test.each([
  ['a page of the package', { 'media/page.html': '<script src="../scripts/build.mjs"></script>' }],
  ['data that the code names', { 'main.js': "read('list.json');", 'list.json': '["build.mjs"]' }],
  [
    'what the manifest adds to the app',
    {
      'package.json': JSON.stringify({
        contributes: { notebookRenderer: [{ entrypoint: './scripts/build.mjs' }] },
      }),
    },
  ],
  ['a command of the manifest', { 'package.json': JSON.stringify({ tools: [{ name: 'build' }] }) }],
])('analyzeCode() reaches a file by %s', (_how, files) => {
  expect(analyze({ 'main.js': '', ...files, 'scripts/build.mjs': build }).apart).toEqual([]);
});

test('analyzeCode() reads all code where an entry file is missing', () => {
  expect(analyze({ 'scripts/build.mjs': build }, ['out/main.js'])).toEqual({
    needs: ['filesystem.write'],
    apart: [],
  });
});

test('analyzeCode() reads no code of a package without entry files, such as a theme', () => {
  expect(analyze({ 'gulpfile.js': build }, [])).toEqual({ needs: [], apart: ['gulpfile.js'] });
});

test('analyzeCode() follows code that it finds late to what that loads', () => {
  const { needs } = analyze({
    'main.js': "require('./a' + '1.js');",
    'a1.js': "require('./a' + '2.js');",
    'a2.js': "require('./a' + '3.js');",
    'a3.js': "require('./a' + '4.js');",
    'a4.js': "require('./a' + '5.js');",
    'a5.js': "require('fs').rmSync('a');",
  });
  expect(needs).toEqual(['filesystem.write']);
});
