import { makeFolder } from '@orchestra/testkit';
import type { TestResult } from '@orchestra/sandbox';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { comparePermissions } from '../permissions/compare-permissions.ts';
import { findTestFiles } from './find-test-files.ts';
import { listSeen } from './list-seen.ts';
import { readExcerpts } from './read-excerpts.ts';
import { renderJunit } from './render-junit.ts';
import { renderSuite } from './render-suite.ts';
import { isGreen, type SuiteResult } from './suite-result.ts';

const place = { file: 'src/main.ts', line: 2, column: 3 };
const failed: TestResult = {
  file: 'src/main.test.ts',
  name: 'writes <b> & "c"',
  place,
  status: 'failed',
  durationMs: 12,
  failure: {
    name: 'AssertionError',
    message: 'not so',
    stack: '',
    causes: [],
    place,
    diff: '- 1\n+ 2',
  },
  refused: [],
  calls: [],
  logs: [],
};
const passed: TestResult = { ...failed, name: 'reads', status: 'passed', failure: null };

function suite(tests: TestResult[], change: Partial<SuiteResult> = {}): SuiteResult {
  const files = [{ file: 'src/main.test.ts', tests, errors: [], sources: [] }];
  const run = { seen: listSeen(files), isComplete: true };
  const permissions = comparePermissions({ declared: ['git'], analysis: null, run });
  const given = { name: 'tide', files, permissions, excerpts: new Map(), wall: 'unshare' };
  return {
    ...given,
    durationMs: 1500,
    reporter: 'text',
    strict: false,
    isStopped: false,
    ...change,
  };
}

test('findTestFiles() finds tests outside of dist and node_modules, or those named', async () => {
  await using folder = await makeFolder({
    'src/a.test.ts': '',
    'b.test.js': '',
    'c.test.tsx': '',
    'dist/c.test.js': '',
    'node_modules/d/d.test.js': '',
    'src/main.ts': '',
  });
  expect(await findTestFiles(folder.path, [])).toEqual([
    'b.test.js',
    'c.test.tsx',
    'src/a.test.ts',
  ]);
  expect(await findTestFiles(folder.path, ['./src/a.test.ts'])).toEqual(['src/a.test.ts']);
  await expect(findTestFiles(folder.path, ['none.test.ts'])).rejects.toMatchObject({
    code: 'usage',
  });
  await using empty = await makeFolder({});
  await expect(findTestFiles(empty.path, [])).rejects.toMatchObject({ code: 'usage' });
});

test('isGreen() fails for a failed test, and with --strict for a permission that no test used', () => {
  expect(isGreen(suite([passed]))).toBe(true);
  expect(isGreen(suite([passed], { strict: true }))).toBe(false);
  expect(isGreen(suite([passed, failed]))).toBe(false);
  const errors = [{ text: 'broken', location: null, notes: [] }];
  expect(isGreen(suite([], { files: [{ file: 'a', tests: [], errors, sources: [] }] }))).toBe(
    false,
  );
});

test('listSeen() takes the first place of each permission that has one', () => {
  const call = { build: 1, api: 'x', args: [], isAllowed: true, startedAt: 0, durationMs: 0 };
  const calls: TestResult['calls'] = [
    { ...call, permissions: ['git', 'network'], place: null },
    { ...call, permissions: ['git'], place },
    { ...call, permissions: ['git'], place: { ...place, line: 9 } },
  ];
  const files = [{ file: 'a', tests: [{ ...passed, calls }], errors: [], sources: [] }];
  expect(listSeen(files)).toEqual(
    new Map([
      ['git', 'src/main.ts:2:3'],
      ['network', null],
    ]),
  );
});

test('renderSuite() shows a failure with its difference and the lines around its place', async () => {
  await using folder = await makeFolder({ 'src/main.ts': 'one\n  two\nthree\n' });
  const excerpts = await readExcerpts(folder.path, suite([failed]).files);
  const text = renderSuite(suite([failed, passed], { excerpts }), makeStyle(false));
  expect(text).toContain('    - 1\n    + 2\n    at src/main.ts:2:3\n');
  expect(text).toContain('    > 2 |   two\n        |   ^');
  expect(text).toContain('1 failed, 1 passed in 1.5 s');
  expect(text).toContain('warning package.json#/permissions/0 "git" was not used in the tests');
});

test('renderJunit() writes XML, with what stands for characters of its own', () => {
  const xml = renderJunit(suite([failed, passed]));
  expect(xml).toContain('name="writes &lt;b&gt; &amp; &quot;c&quot;"');
  expect(xml).toContain('tests="2" failures="1" errors="0" skipped="0"');
  expect(xml).toContain('<failure message="not so">');
});
