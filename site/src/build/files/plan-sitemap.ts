import { digest } from '../digests/digest.ts';
import { planPages } from '../pages/plan-pages.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { renderRobots } from '../sitemap/render-robots.ts';
import { renderSitemap, renderSitemapIndex, type SitemapPage } from '../sitemap/render-sitemap.ts';
import { shardPages } from '../sitemap/shard-pages.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans `sitemap.xml`, the files that it lists, and `robots.txt`, which leads crawlers to it. */
export function planSitemap(context: SitePlanContext): PlannedFile[] {
  const { site } = context.source.config;
  const files = shardPages(listPages(context)).map((pages, nth) => ({
    path: `sitemap/${nth}.xml`,
    key: digest(pages),
    make: () => renderSitemap(pages),
    changedAt: pages.reduce<string | null>(later, null),
  }));
  const index = files.map(({ path, changedAt }) => ({ url: `${site}/${path}`, changedAt }));
  return [
    ...files,
    { path: 'sitemap.xml', key: digest(index), make: () => renderSitemapIndex(index) },
    { path: 'robots.txt', key: digest(site), make: () => renderRobots(site) },
  ];
}

/** Lists every page except those that are hidden from search engines. */
function listPages(context: SitePlanContext): SitemapPage[] {
  const { site } = context.source.config;
  const changed = new Map(context.cards.map((card) => [card.name, card.updatedAt]));
  const pages = [...planPages(context)].filter(
    ({ kind, id }) => kind !== 'extensions' || changed.has(id),
  );
  return [
    ...['/', '/search/', '/docs/'].map((path) => ({ url: site + path, changedAt: null })),
    ...pages.map(({ kind, id }) => ({
      url: `${site}/${kind}/${id.split('/').map(encodeURIComponent).join('/')}/`,
      changedAt: kind === 'extensions' ? (changed.get(id) ?? null) : null,
    })),
  ];
}

function later(last: string | null, { changedAt }: SitemapPage): string | null {
  return changedAt !== null && (last === null || changedAt > last) ? changedAt : last;
}
