import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';

/** What loads from a server where it runs in a page, and does nothing elsewhere. */
const script = "const img = document.createElement('img'); img.src = location.hash;";

function needsOf(texts: Record<string, string>, entries = ['main.js']): string[] {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  return analyzeCode({ files, entries }).permissions.map(({ permission }) => permission);
}

test.each([
  ['an entry file', { 'main.js': script }],
  ['a file that it loads', { 'main.js': "require('./lib');", 'lib.js': script }],
  [
    'a program that it starts',
    { 'main.js': "require('child_process').fork(`${__dirname}/lib.js`);", 'lib.js': script },
  ],
  [
    'a bundle of which another file goes to a page',
    {
      'main.js': `exports.show = (w, root) => w.asWebviewUri(root + '/page.js'); ${script}`,
      'page.js': '',
    },
  ],
])('analyzeCode() takes code of %s for no page', (_what, files) => {
  expect(needsOf(files)).not.toContain('network');
});

test.each([
  ['a file', "w.asWebviewUri(vscode.Uri.joinPath(root, 'main.js'))"],
  [
    'a file by a variable',
    "{ const name = 'main.js'; return w.asWebviewUri(root.concat('/', name)); }",
  ],
  [
    'a file by a function',
    "add(w, root, ['out', 'main.js']); function add(w, root, parts) { return w.asWebviewUri(vscode.Uri.joinPath(root, ...parts)); }",
  ],
  ['its folder', 'w.asWebviewUri(root)'],
  ['a file of its own path', 'w.asWebviewUri(vscode.Uri.file(__filename))'],
  [
    'a file of a list',
    "require('fs').readdirSync(root).map((name) => w.asWebviewUri(root + name))",
  ],
  ['files by another name', '{ const { asWebviewUri: get } = w; return get.call(w, root); }'],
  ['an address of the app', "'<script src=\"vscode-resource:' + root + '/main.js\">'"],
])('analyzeCode() takes a bundle for a page where that gets %s', (_what, given) => {
  const main = `exports.show = (w, root) => ${given}; ${script}`;
  expect(needsOf({ 'main.js': main })).toContain('network');
});

test.each([
  ['a page of the package', { 'page.html': '<script src="main.js"></script>', 'main.js': script }],
  [
    'a script of a page',
    { 'main.js': script, 'page.js': "import './main.js';", 'page.html': '<script src=page.js>' },
  ],
  [
    'the entry for browsers',
    { 'package.json': '{"main":"./node.js","browser":"./main.js"}', 'main.js': script },
  ],
])('analyzeCode() takes a bundle for a page that is %s', (_what, files) => {
  expect(needsOf(files)).toContain('network');
});
