import { expect, test } from 'vitest';
import { assumeSize } from './assume-size.ts';

test.each([
  ['a terminal without columns', { isTTY: true, columns: 0, rows: 0 }, { columns: 80, rows: 24 }],
  ['one that says nothing', { isTTY: true }, { columns: 80, rows: 24 }],
  ['one with a size', { isTTY: true, columns: 40, rows: 10 }, { columns: 40, rows: 10 }],
])('%s', (_, stream, size) => {
  assumeSize(stream);
  expect(stream).toEqual({ isTTY: true, ...size });
});

test('a file has no size', () => {
  const stream = {};
  assumeSize(stream);
  expect(stream).toEqual({});
});
