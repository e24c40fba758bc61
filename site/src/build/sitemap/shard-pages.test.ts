import { describe, expect, it } from 'vitest';
import { longestSitemap, shardPages } from './shard-pages.ts';

const pagesOf = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    url: `https://registry.example/extensions/extension-${nth}/`,
    changedAt: null,
  }));

describe('shardPages()', () => {
  it('has every page once, in files of bounded length', () => {
    const files = shardPages(pagesOf(12_000));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(file.length).toBeLessThanOrEqual(longestSitemap);
    const urls = files.flat().map(({ url }) => url);
    expect(urls.toSorted()).toEqual(
      pagesOf(12_000)
        .map(({ url }) => url)
        .toSorted(),
    );
  });

  it('has one file for a few pages, and for none', () => {
    expect(shardPages(pagesOf(3))).toEqual([pagesOf(3)]);
    expect(shardPages([])).toEqual([[]]);
  });

  it('puts a new page into one file, and moves no other', () => {
    const before = shardPages(pagesOf(12_000));
    const after = shardPages(pagesOf(12_001));
    const changed = after.filter((file, nth) => file.length !== before[nth]?.length);
    expect(changed).toHaveLength(1);
    expect(after.map((file) => file.slice(0, 100))).toEqual(
      before.map((file) => file.slice(0, 100)),
    );
  });
});
