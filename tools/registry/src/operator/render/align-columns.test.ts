import { expect, test } from 'vitest';
import { alignColumns } from './align-columns.ts';

test('alignColumns() makes each column as wide as its widest word, with nothing behind the last', () => {
  const rows = [['login', 'id'], ['tidewater', '1', 'one more'], ['x'], []];
  expect(alignColumns(rows)).toBe('login      id\ntidewater  1   one more\nx\n\n');
  expect(alignColumns([])).toBe('');
});
