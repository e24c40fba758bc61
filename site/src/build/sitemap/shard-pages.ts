import { sha256Hex } from '@orchestra/core/node';
import type { SitemapPage } from './render-sitemap.ts';

/** The format allows 50,000 pages in a file; with fewer, a publish rewrites less. */
export const longestSitemap = 5_000;

/**
 * Splits pages into as few files as hold them, a power of two. Which file a page is in follows from its
 * address alone, until there are more files: a new page changes no other one.
 */
export function shardPages(pages: readonly SitemapPage[]): SitemapPage[][] {
  for (let count = 1; ; count *= 2) {
    const files = Array.from({ length: count }, (): SitemapPage[] => []);
    for (const page of pages)
      files[Number.parseInt(sha256Hex(page.url).slice(0, 8), 16) % count]?.push(page);
    if (files.every((file) => file.length <= longestSitemap)) return files;
  }
}
