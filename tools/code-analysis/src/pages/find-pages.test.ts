import { expect, test } from 'vitest';
import { makeKnownApis } from '../apis/known-apis.ts';
import { findSources } from '../modules/find-sources.ts';
import { ImportedFiles } from '../modules/imported-files.ts';
import { CodeIndex } from '../syntax/code-index.ts';
import { parseCode } from '../syntax/parse-code.ts';
import { readContributions } from '../trace/own-contributions.ts';
import { step } from '../trace/step.ts';
import { Tracer } from '../trace/tracer.ts';
import { findPages } from './find-pages.ts';

/** What it costs to read the texts of a script in a page, in expressions, and whether its use is told. */
function read(text: string): { spent: number; isTold: boolean } {
  const code = parseCode('page.js', text);
  const codes = new Map([[code.path, code]]);
  const files = new ImportedFiles({ codes, files: new Map(), others: [] });
  const own = readContributions(undefined);
  const index = new CodeIndex([code]);
  const tracer = new Tracer({ index, apis: makeKnownApis(), codes, own, files, entries: [] }, step);
  findSources(tracer);
  tracer.run();
  const of = { files: new Map(), others: [], entries: [], started: new Map() };
  const { spent } = findPages(tracer, of);
  return { spent, isTold: tracer.findings.found.uses.length > 0 };
}

const times = (count: number, make: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => make(nth)).join('\n');

test.each([
  [
    'functions that call each other and are given what they return',
    (size: number) =>
      times(size, (nth) => {
        const [next, other] = [(nth * 7 + 1) % size, (nth * 13 + 2) % size];
        return `function f${nth}(a, b) { return b ? f${next}(f${other}(a), a) + '<b>' : [a, f${other}(b, f${next}(a))].join(a); }`;
      }),
  ],
  [
    'properties that hold each other',
    (size: number) =>
      times(size, (nth) => {
        return `o.p${nth % 9} = () => q ? o.p${(nth + 1) % 9} + '<i class=${nth}>' : o.p${(nth * 5 + 2) % 9} + x.y;`;
      }),
  ],
  [
    'long texts in many variants',
    (size: number) =>
      `let t0 = '';${times(size, (nth) => {
        return `const t${nth + 1} = a.b${nth} ? t${nth} + '<p>${'x'.repeat(200)}' : t${Math.floor(nth / 2)} + '${'y'.repeat(200)}';`;
      })}`,
  ],
])('findPages() reads no more than a bound of %s', (_what, make) => {
  const shown = (size: number) =>
    `${make(size)}\n${times(size, (nth) => `document.body.innerHTML = ${nth % 2 ? `o.p${nth % 9}` : `typeof f${nth} === 'function' ? f${nth}(x, y) : t${nth}`};`)}`;
  for (const size of [25, 100]) {
    const { spent, isTold } = read(shown(size));
    expect(spent).toBeLessThan(1_000_000);
    expect(isTold).toBe(true);
  }
});

test('findPages() reads a page of a plain script to its end', () => {
  const rows = times(300, (nth) => `const row${nth} = '<li>' + ${nth} + '</li>';`);
  const list = times(300, (nth) => `list += row${nth};`);
  const { spent, isTold } = read(`${rows} let list = ''; ${list} document.body.innerHTML = list;`);
  expect(spent).toBeLessThan(5_000);
  expect(isTold).toBe(false);
});
