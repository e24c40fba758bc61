import { expect, test } from 'vitest';
import { siteStarted } from './site-world.ts';
import { crawlSite } from './crawl-site.ts';

test('no link of the site leads to nothing', async () => {
  const { pages, broken } = await crawlSite((await siteStarted()).url);
  expect(broken).toEqual([]);
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/search/', '/extensions/line-ledger/', '/categories/themes/']),
  );
});
