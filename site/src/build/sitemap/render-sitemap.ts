import { renderXml } from '../xml/render-xml.ts';

/** A page for search engines. */
export interface SitemapPage {
  /** Absolute address. */
  url: string;
  /** When what it shows last changed, as an ISO time; null where nobody keeps it. */
  changedAt: string | null;
}

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Writes pages, as many as a file may name, as https://www.sitemaps.org/protocol.html has it. */
export function renderSitemap(pages: readonly SitemapPage[]): string {
  return renderXml({ urlset: { '@xmlns': xmlns, url: pages.map(toElement) } });
}

/** Writes the list of such files. */
export function renderSitemapIndex(files: readonly SitemapPage[]): string {
  return renderXml({ sitemapindex: { '@xmlns': xmlns, sitemap: files.map(toElement) } });
}

function toElement({ url, changedAt }: SitemapPage) {
  return changedAt === null ? { loc: url } : { loc: url, lastmod: changedAt };
}
