import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { crawlSite } from './crawl-site.ts';
import { serve } from './serve.ts';

test('no link of the site leads to nothing', async () => {
  await using folder = await makeFolder();
  await using server = await serve(folder.join('data'));
  const { pages, broken } = await crawlSite(server.url);
  expect(broken).toEqual([]);
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/search/', '/extensions/line-ledger/', '/categories/themes/']),
  );
});
