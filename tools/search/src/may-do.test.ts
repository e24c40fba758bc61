import { expect, test } from 'vitest';
import { makeItem } from '../test/make-item.ts';
import { countFacets, passesFilters } from './count-facets.ts';
import { matchItems } from './match-items.ts';

const items = [
  makeItem({ name: 'clear' }),
  makeItem({ name: 'declared', permissions: ['network'] }),
  makeItem({ name: 'unclear', mayNeed: ['network'] }),
];
const filters = { category: null, compat: null, without: ['network' as const] };

test('filters for what does without leave out what nobody can tell', () => {
  expect(items.filter((item) => passesFilters(item, filters)).map(({ name }) => name)).toEqual([
    'clear',
  ]);
  expect(countFacets(items, { ...filters, without: [] }).without.network).toBe(1);
  expect(matchItems(items, { without: 'network' }).map(({ name }) => name)).toEqual(['clear']);
});

test('a filter for a permission finds what declares it', () => {
  expect(matchItems(items, { permission: 'network' }).map(({ name }) => name)).toEqual([
    'declared',
  ]);
});
