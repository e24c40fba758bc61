import { permissions, problem, type Problem, type UnresolvedCode } from '@orchestra/core';
import { expect, test } from 'vitest';
import { listTodo, type TodoFacts } from './list-todo.ts';

const facts: TodoFacts = {
  code: {
    from: 'package',
    entries: ['dist/main.js'],
    unbuilt: [],
    sources: {},
    bundled: [],
    missing: [],
    lookedFor: [],
    notInstalled: [],
  },
  analysis: null,
  lacking: null,
  unsupported: [],
  manifest: { compat: 'vscode', categories: ['git'], permissions: [] },
  problems: [],
};
const end = 'See what is left with `orchestra ext check`, then `orchestra ext publish`.';
const missing = (at: number): Problem =>
  problem('import-unloadable', { path: `out/${at}.js:1:1`, message: `'${at}' is loaded here` });
const unresolved = (code: Partial<UnresolvedCode>): TodoFacts['analysis'] => ({
  format: 1,
  permissions: [],
  unresolved: [
    {
      reason: 'evaluated-code',
      what: 'eval(…)',
      permissions: [...permissions],
      place: { file: 'dist/main.js', line: 1, column: 1 },
      ...code,
    },
  ],
  unsupported: [],
});

test('listTodo() has a line a cause, what stops a publish first', () => {
  const icon = problem('icon-missing', { path: 'package.json#/icon', message: 'Expected an icon' });
  const problems = [icon, ...Array.from({ length: 20 }, (_, at) => missing(at))];
  const todo = listTodo({ ...facts, analysis: unresolved({}), problems });
  expect(todo).toEqual([
    expect.stringMatching(
      /^out\/0\.js:1:1: '0' is loaded here; .*; and 17 more like these\. Bundle/,
    ),
    expect.stringMatching(
      /^Write the code that is made of a text .* See dist\/main\.js:1:1\. Otherwise/,
    ),
    expect.stringContaining('Expected an icon'),
    end,
  ]);
});

test('listTodo() leaves out what is only to be known', () => {
  const path = '.npmrc';
  const secret = problem('secret-left-out', { path, message: "'.npmrc' was left out" });
  expect(listTodo({ ...facts, problems: [secret] })).toEqual([end]);
});

test('listTodo() has the note of the check that there are no categories', () => {
  const path = 'package.json#/categories';
  const note = problem('category-missing', { path, message: 'found none', hint: 'Choose.' });
  expect(listTodo({ ...facts, problems: [note] })).toEqual([`${path}: found none. Choose.`, end]);
});

test('listTodo() advises to move data out of a file that is too long', () => {
  const analysis = unresolved({ reason: 'over-limit', what: 'more than 5 MiB of code' });
  expect(listTodo({ ...facts, analysis })).toEqual([
    expect.stringMatching(/^Move data out of the code, .* See dist\/main\.js:1:1\. Otherwise/),
    end,
  ]);
});

test('listTodo() has a line for each cause of code that nobody can tell, the most frequent first', () => {
  const analysis = unresolved({});
  const [evaluated] = analysis?.unresolved ?? [];
  if (analysis === null || evaluated === undefined) throw new Error('expected a place');
  const lost = { ...evaluated, reason: 'passed-on', what: 'fs' } as const;
  analysis.unresolved.push(lost, lost);
  expect(listTodo({ ...facts, analysis })).toEqual([
    expect.stringMatching(/^Call the API where it is imported/),
    expect.stringMatching(/^Write the code that is made of a text .* Otherwise/),
    end,
  ]);
});

test('listTodo() says which permissions may lack, before what else is wrong', () => {
  const lacking = {
    mayNeed: ['network' as const, 'clipboard' as const],
    absent: ['left-pad'],
    unread: ['dist/main.js:1:1'],
    unresolved: [],
  };
  expect(listTodo({ ...facts, lacking, problems: [missing(0)] })).toEqual([
    'Add to "permissions" what else the code uses: dist/main.js:1:1 could not be read, or not to the end. It may need network, clipboard as well.',
    expect.stringContaining('is loaded here'),
    end,
  ]);
  expect(listTodo({ ...facts, lacking: { ...lacking, unread: [] } })).toEqual([end]);
});

test('listTodo() says of each kind of extension where its code goes', () => {
  const code = { ...facts.code, from: 'missing' as const };
  const first = (manifest: Record<string, unknown>) =>
    listTodo({ ...facts, code, manifest: { ...facts.manifest, ...manifest } })[0];
  expect(first({ compat: 'raycast' })).toMatch(/^Write the code of the commands in src\//);
  expect(first({ compat: 'native' })).toMatch(/^Put the code there/);
  expect(first({ scripts: { compile: 'tsc' } })).toMatch(/^Run `npm run compile` where/);
});
