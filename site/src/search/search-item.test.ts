import { expect, it } from 'vitest';
import { sampleItems } from '../testing/make-item.ts';
import { fromSearchRow, toSearchRow } from './search-item.ts';

it('fromSearchRow() reads what toSearchRow() writes', () => {
  const rows = JSON.parse(JSON.stringify(sampleItems.map(toSearchRow)));
  expect(rows.map(fromSearchRow)).toEqual(sampleItems);
});
