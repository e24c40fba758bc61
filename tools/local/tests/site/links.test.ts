import { expect, inject, test } from 'vitest';
import { crawlSite } from './crawl-site.ts';

test('no link of the site leads to nothing', async () => {
  const { pages, broken } = await crawlSite(inject('site').url);
  expect(broken).toEqual([]);
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/search/', '/extensions/line-ledger/', '/categories/themes/']),
  );
});
