import { renderXml } from '../xml/render-xml.ts';

/** A page in the sitemap. */
export interface SitemapPage {
  /** Absolute URL. */
  url: string;
  /** Time when its content last changed, as an ISO time; null where it is unknown. */
  changedAt: string | null;
}

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Renders a sitemap of at most as many pages as a file may have (https://www.sitemaps.org/protocol.html). */
export function renderSitemap(pages: readonly SitemapPage[]): string {
  return renderXml({ urlset: { '@xmlns': xmlns, url: pages.map(toElement) } });
}

/** Renders the index of several sitemaps. */
export function renderSitemapIndex(files: readonly SitemapPage[]): string {
  return renderXml({ sitemapindex: { '@xmlns': xmlns, sitemap: files.map(toElement) } });
}

function toElement({ url, changedAt }: SitemapPage) {
  return changedAt === null ? { loc: url } : { loc: url, lastmod: changedAt };
}
