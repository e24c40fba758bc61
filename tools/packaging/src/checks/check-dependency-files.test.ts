import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkDependencyFiles } from './check-dependency-files.ts';

const dependencies = { dayjs: '^1.0.0', '@vscode/codicons': '^0.0.45' };

function namedIn(code: string): string[] {
  const spoiled = { manifest: { dependencies }, files: { 'dist/main.js': code } };
  return checkDependencyFiles(goodPackage(spoiled)).map(({ path, message }) => {
    return `${path} ${/'(.*?)'/.exec(message)?.[1]}`;
  });
}

test.each([
  ["show('node_modules/dayjs/dayjs.min.js');", 'dist/main.js:1:6 dayjs'],
  ['show(`node_modules/@vscode/codicons/dist/codicon.css`);', 'dist/main.js:1:6 @vscode/codicons'],
  [
    "a;\nUri.joinPath(uri, 'node_modules', '@vscode/codicons', 'dist', 'codicon.css');",
    'dist/main.js:2:5 @vscode/codicons',
  ],
  [
    'Uri.joinPath(uri,"node_modules","@vscode","codicons","dist","codicon.css")',
    'dist/main.js:1:5 @vscode/codicons',
  ],
])('checkDependencyFiles() finds the file that %s names', (code, found) => {
  expect(namedIn(code)).toEqual([found]);
});

test('checkDependencyFiles() tells of each dependency once, at its first place', () => {
  const [one, other] = ["'node_modules/dayjs/a.js'", "'node_modules/@vscode/codicons/a.css'"];
  expect(namedIn(`[${one}, ${other}, ${one}];`)).toEqual([
    'dist/main.js:1:2 dayjs',
    'dist/main.js:1:29 @vscode/codicons',
  ]);
});

test.each([
  "var require_dayjs = __commonJS({ 'node_modules/dayjs/dayjs.min.js'(exports) {} });",
  "({ 'node_modules/dayjs/index.js': (module) => {} });",
  "load('./node_modules/dayjs/index.js');",
  "join(workspace, 'node_modules/typescript/lib/tsserver.js');",
  "join(workspace, 'node_modules', 'dayjs');",
  "({ localResourceRoots: [Uri.joinPath(uri, 'node_modules', '@vscode/codicons', 'dist')] });",
  '// node_modules/dayjs/index.js',
])('checkDependencyFiles() lets %s pass', (code) => {
  expect(namedIn(code)).toEqual([]);
});

test('checkDependencyFiles() lets a file pass that is in the package', () => {
  const names = [
    "'node_modules/dayjs/dayjs.min.js'",
    "Uri.joinPath(uri, 'node_modules', '@vscode/codicons', 'dist', 'codicon.css')",
    "Uri.joinPath(uri, 'node_modules', '@vscode', 'codicons', 'dist', 'other.css')",
  ];
  const files = {
    'dist/main.js': names.join(';\n'),
    'node_modules/dayjs/dayjs.min.js': '',
    'node_modules/@vscode/codicons/dist/codicon.css': '',
  };
  const found = checkDependencyFiles(goodPackage({ manifest: { dependencies }, files }));
  expect(found.map(({ path }) => path)).toEqual(['dist/main.js:3:5']);
});
