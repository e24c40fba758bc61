import { expect, test } from 'vitest';
import { makeStyle } from '../style/style.ts';
import { renderTable } from './render-table.ts';

test('renderTable() lines up wide characters and coloured cells', () => {
  const colour = makeStyle(true);
  const table = renderTable([
    ['日本', colour.red('x'), 'end'],
    ['a', 'yyy', 'end'],
  ]);
  expect(table.split('\n')).toEqual([`日本  ${colour.red('x')}    end`, 'a     yyy  end']);
});

test('renderTable() makes each column as wide as its widest word, with nothing behind the last', () => {
  const rows = [['login', 'id'], ['tidewater', '1', 'one more'], ['x'], []];
  expect(renderTable(rows)).toBe('login      id\ntidewater  1   one more\nx\n');
  expect(renderTable([])).toBe('');
});
