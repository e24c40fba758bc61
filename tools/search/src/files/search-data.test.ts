import { popularRowsPath, searchDirectoryPath, wordRowsPath } from './search-files.ts';
import { toSearchRow } from '../search-item.ts';
import { expect, test } from 'vitest';
import { makeItem } from '../../test/make-item.ts';
import { SearchData } from './search-data.ts';
import { parseSearchQuery } from '../search-query.ts';

/** A registry with more than its popular extensions, whose other files come when they are let go. */
function openData() {
  const gate = Promise.withResolvers<void>();
  const files: Record<string, unknown> = {
    [searchDirectoryPath]: { format: 1, total: 2, popular: 1, words: ['li'] },
    [popularRowsPath]: [toSearchRow(makeItem({ name: 'popular', displayName: 'Light popular' }))],
    [wordRowsPath('li')]: [toSearchRow(makeItem({ name: 'rare', displayName: 'Lighthouse' }))],
  };
  const data = new SearchData(async (path) => {
    if (path === wordRowsPath('li')) await gate.promise;
    return files[path];
  });
  const last = async (q: string) => {
    let names: string[] = [];
    const answers = data.answer({ ...parseSearchQuery(''), q }, { limit: 9 });
    for await (const { items } of answers) names = items.map(({ name }) => name);
    return names.toSorted();
  };
  return { last, gate };
}

test('a query waits for a file that the one before it asked for', async () => {
  const { last, gate } = openData();
  const [older, newer] = [last('lig'), last('ligh')];
  gate.resolve();
  expect(await older).toEqual(['popular', 'rare']);
  expect(await newer).toEqual(['popular', 'rare']);
});

test('a file that can’t be had leaves what is popular', async () => {
  const { last, gate } = openData();
  gate.reject(new Error('gone'));
  expect(await last('light')).toEqual(['popular']);
});
