import { expect, test } from 'vitest';
import { contributedFiles } from './contributed-files.ts';

const pathsOf = (contributes: unknown) => contributedFiles(contributes).map(({ path }) => path);

test('contributedFiles() points at every path below contributes', () => {
  const contributes = { 'a/b': [{ path: './x.json', label: 'x' }], views: { icon: '././y.png' } };
  expect(contributedFiles(contributes)).toEqual([
    { pointer: '/contributes/a~1b/0/path', path: 'x.json' },
    { pointer: '/contributes/views/icon', path: 'y.png' },
  ]);
});

test.each([
  ['a grammar', { grammars: [{ path: 'grammars/just.json', scopeName: 'source.just' }] }],
  ['a language', { languages: [{ id: 'just', configuration: 'grammars/just.json' }] }],
])('contributedFiles() takes the path of %s without ./', (_what, contributes) => {
  expect(pathsOf(contributes)).toEqual(['grammars/just.json']);
});

test.each([
  ['settings', { configuration: { properties: { 'a.path': { default: './src' } } } }],
  ['default settings', { configurationDefaults: { '[just]': { path: './x.json' } } }],
  ['debug configurations', { debuggers: [{ initialConfigurations: [{ program: './main.js' }] }] }],
  ['tasks', { taskDefinitions: [{ properties: { path: { default: './x.sh' } } }] }],
  ['a codicon', { commands: [{ icon: '$(sync)' }] }],
  ['a URL', { languages: [{ icon: 'https://tide.example/x.png' }] }],
  ['nothing', 'words'],
])('contributedFiles() finds no file in %s', (_what, contributes) => {
  expect(pathsOf(contributes)).toEqual([]);
});
