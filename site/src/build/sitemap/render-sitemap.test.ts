import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { renderSitemap, renderSitemapIndex } from './render-sitemap.ts';

function read(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(text);
}

const pages = [
  { url: 'https://registry.example/', changedAt: null },
  { url: 'https://registry.example/tags/a%26b/?x=1&y=2', changedAt: '2026-11-03T10:00:00.000Z' },
];
const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const listed = [{ loc: pages[0]?.url }, { loc: pages[1]?.url, lastmod: pages[1]?.changedAt }];

describe('renderSitemap()', () => {
  it('names pages, and when they changed where that is known', () => {
    expect(read(renderSitemap(pages)).urlset).toEqual({ '@xmlns': xmlns, url: listed });
  });
});

describe('renderSitemapIndex()', () => {
  it('names files', () => {
    expect(read(renderSitemapIndex(pages)).sitemapindex).toEqual({
      '@xmlns': xmlns,
      sitemap: listed,
    });
  });
});
