import { expect, test } from 'vitest';
import { parseValue, SearchRecordsSchema } from '@orchestra/core';
import {
  fromSearchRecord,
  searchColumns,
  type SearchItem,
  type SearchRow,
  toSearchRecord,
  toSearchRow,
} from './search-item.ts';

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

/** What a command line makes of rows. */
function read(rows: readonly SearchRow[], columns?: readonly string[]) {
  const records = rows.map((row) => toSearchRecord(row, columns));
  const parsed = parseValue(SearchRecordsSchema, records);
  return parsed.ok ? parsed.value.map(fromSearchRecord) : null;
}

test('fromSearchRecord() reads what toSearchRow() writes, and the schema takes it', () => {
  const rows = JSON.parse(JSON.stringify(items.map(toSearchRow)));
  expect(read(rows, searchColumns)).toEqual(items);
  expect(read(rows)).toEqual(items);
});

/** A row as releases wrote it that didn't keep what code may need, nor name the columns. */
const earlier =
  '["tide-table","Tide table","Shows the tides of the day.","native",["productivity"],["sea"],["tidewater"],1772323200000,1,1,"1.2.0","icon.png",["network"],7,40,4.5,2]';

test('a row of an earlier release says nothing of what came later', () => {
  expect(read([JSON.parse(earlier)])).toEqual([{ ...tide, mayNeed: [] }]);
});

test('a row of a later release is read without what this one does not know', () => {
  const columns = ['licence', ...searchColumns, 'languages'];
  expect(read([['MIT', ...toSearchRow(tide), ['en']]], columns)).toEqual([tide]);
  expect(read([[...toSearchRow(tide), ['en']]])).toEqual([tide]);
});

test('the columns stay where releases before look for them', () => {
  expect(searchColumns.slice(0, 18).join(' ')).toBe(
    'name displayName description compat categories tags publishers updatedAt featured verified version icon permissions installs downloads average ratings mayNeed',
  );
});

test.each<[string, SearchRow]>([
  ['a row that is too short', toSearchRow(tide).slice(1)],
  ['a name that is a path', toSearchRow({ ...tide, name: '../tide' })],
  ['a time that no calendar has', toSearchRow({ ...tide, updatedAt: 9e15 })],
])('SearchRecordsSchema refuses %s', (_what, row) => {
  expect(read([row])).toBe(null);
});
