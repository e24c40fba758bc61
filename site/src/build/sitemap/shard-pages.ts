import { sha256Hex } from '@orchestra/core/node';
import type { SitemapPage } from './render-sitemap.ts';

/** Most pages in a file. The format allows 50,000; with fewer, a publish rewrites less. */
export const longestSitemap = 5_000;

/**
 * Splits pages among files; their number is the smallest power of two that suffices. A page's URL alone
 * decides its file, so that a new page changes only one, until more files are needed.
 */
export function shardPages(pages: readonly SitemapPage[]): SitemapPage[][] {
  for (let count = 1; ; count *= 2) {
    const files = Array.from({ length: count }, (): SitemapPage[] => []);
    for (const page of pages)
      files[Number.parseInt(sha256Hex(page.url).slice(0, 8), 16) % count]?.push(page);
    if (files.every((file) => file.length <= longestSitemap)) return files;
  }
}
