import { expect, test } from 'vitest';
import { makeStyle } from '../style/style.ts';
import { fitColumns } from './fit-columns.ts';
import { renderTable } from './render-table.ts';

const terminal = { isTTY: true, columns: 40 };
const style = makeStyle(true);

test('fitColumns() goes on below the cell that a line is cut in', () => {
  const table = renderTable([
    ['', style.bold('Read files'), 'Read and search the files of a workspace.', 'filesystem.read'],
    ['', 'Git', 'Commit.', 'git'],
  ]);
  expect(fitColumns(table, terminal)).toBe(
    [
      `  ${style.bold('Read files')}  Read and search the files`,
      '              of a workspace.',
      '              filesystem.read',
      '  Git         Commit.',
      '              git',
    ].join('\n'),
  );
});

test('fitColumns() keeps the indent of a text, and words that are too long', () => {
  const path = `/tmp/${'x'.repeat(50)}`;
  expect(fitColumns(`  A sentence about ${path} and what is in it.\n\nShort.`, terminal)).toBe(
    `  A sentence about\n  ${path}\n  and what is in it.\n\nShort.`,
  );
});

test('fitColumns() leaves alone what no terminal shows', () => {
  const long = 'word '.repeat(30);
  for (const stream of [{}, { columns: 40 }, { isTTY: true }, { isTTY: true, columns: 3 }]) {
    expect(fitColumns(long, stream)).toBe(long);
  }
});
