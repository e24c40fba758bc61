import { expect, test } from 'vitest';
import { parseValue, SearchRowsSchema } from '@orchestra/core';
import { fromSearchRow, type SearchItem, toSearchRow } from './search-item.ts';

const tide: SearchItem = {
  name: 'tide-table',
  displayName: 'Tide table',
  description: 'Shows the tides of the day.',
  compat: 'native',
  categories: ['productivity'],
  tags: ['sea'],
  publishers: ['tidewater'],
  updatedAt: Date.UTC(2026, 2, 1),
  featured: true,
  verified: true,
  version: '1.2.0',
  icon: 'icon.png',
  permissions: ['network'],
  mayNeed: ['system.exec'],
  installs: 7,
  downloads: 40,
  rating: { average: 4.5, count: 2 },
};
const items = [
  tide,
  {
    ...tide,
    name: 'moon',
    featured: false,
    verified: false,
    icon: null,
    tags: [],
    rating: { average: null, count: 0 },
  },
];

test('fromSearchRow() reads what toSearchRow() writes, and the schema takes it', () => {
  const rows: unknown = JSON.parse(JSON.stringify(items.map(toSearchRow)));
  const parsed = parseValue(SearchRowsSchema, rows);
  expect(parsed).toEqual({ ok: true, value: rows });
  if (parsed.ok) expect(parsed.value.map(fromSearchRow)).toEqual(items);
});

test.each<[string, unknown]>([
  ['a row that is too short', toSearchRow(tide).slice(1)],
  ['a row that is too long', [...toSearchRow(tide), 1]],
  ['a name that is a path', toSearchRow({ ...tide, name: '../tide' })],
  ['a time that no calendar has', toSearchRow({ ...tide, updatedAt: 9e15 })],
])('SearchRowsSchema refuses %s', (_what, row) => {
  expect(parseValue(SearchRowsSchema, [row]).ok).toBe(false);
});
