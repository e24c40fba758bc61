import type { Analysis } from '@orchestra/core';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { renderAnalysis } from './render-analysis.ts';

const style = makeStyle(false);
const place = { file: 'dist/main.js', line: 1, column: 2045 };
const nothing: Analysis = { format: 1, permissions: [], unresolved: [], unsupported: [] };

test('renderAnalysis() tells the first places of each permission, and what can not be told', () => {
  const source = { file: 'src/main.ts', line: 3, column: 12 };
  const uses = [
    { call: 'fetch', place: { ...place, source } },
    ...[2, 3, 4].map((line) => ({ call: 'network.fetch', place: { ...place, line } })),
  ];
  const text = renderAnalysis(
    {
      format: 1,
      permissions: [
        { permission: 'network', count: 7, uses },
        { permission: 'git', count: 1, uses: [{ call: 'git.commit', place }] },
      ],
      unresolved: [{ reason: 'evaluated-code', what: 'eval(…)', permissions: ['network'], place }],
      unsupported: [{ feature: 'custom editors', call: 'window.registerEditor', place }],
    },
    style,
  );
  expect(text).toMatchInlineSnapshot(`
    "What the code needs
      network  src/main.ts:3:12 (dist/main.js:1:2045)  fetch
               dist/main.js:2:2045                     network.fetch
               dist/main.js:3:2045                     network.fetch
               and 4 more
      git      dist/main.js:1:2045                     git.commit

    Can’t be resolved
      dist/main.js:1:2045  eval(…)  code that is made while it runs  may need network

    Not supported here
      dist/main.js:1:2045  window.registerEditor  custom editors"
  `);
});

test('renderAnalysis() tells once what cannot be told at several places', () => {
  const unresolved: Analysis['unresolved'] = [1, 2, 2, 3].map((line) => {
    const at = { ...place, line };
    return { reason: 'passed-on', what: 'context', permissions: ['secrets'], place: at };
  });
  expect(renderAnalysis({ ...nothing, unresolved }, style)).toContain(
    'dist/main.js:1:2045 and 2 more  context  given to code that was not followed  may need secrets',
  );
});

test('renderAnalysis() of code that needs nothing is empty', () => {
  expect(renderAnalysis(nothing, style)).toBe('');
});

test('renderAnalysis() lets nothing of the code steer the terminal', () => {
  const hostile = '\u001B[2J\u202Egit\nnetwork';
  const at = { ...place, file: hostile, source: { ...place, file: hostile } };
  const text = renderAnalysis(
    {
      format: 1,
      permissions: [{ permission: 'git', count: 1, uses: [{ call: hostile, place: at }] }],
      unresolved: [{ reason: 'passed-on', what: hostile, permissions: [], place: at }],
      unsupported: [{ feature: hostile, call: hostile, place: at }],
    },
    style,
  );
  expect(text).not.toMatch(/[\p{Cf}]|[^\P{Cc}\n]/u);
  expect(text.split('\n')).toHaveLength(8);
});
