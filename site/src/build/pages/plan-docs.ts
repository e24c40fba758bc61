import type { DocsGroup, DocsIndexPage, DocsLink, DocsPage } from '../page-data/docs-pages.ts';
import type { Guide, GuideGroup } from '../docs/guide.ts';
import { listGuides } from '../docs/list-guides.ts';
import { problemGuides } from '../docs/problem-guides.ts';
import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans a page for each guide, and for each problem code. */
export function planDocs({ source, renderGuide }: SitePlanContext): PlannedPage<'docs'>[] {
  const groups = listGuides(source.config);
  const links = toLinks(groups);
  const guides = groups.flatMap((group) => group.guides);
  const plan = (guide: Guide, place: Pick<DocsPage, 'within' | 'previous' | 'next'>) => ({
    kind: 'docs' as const,
    id: guide.id,
    key: digest([guide, links]),
    make: async () => {
      const { title, description } = guide;
      const rendered = await renderGuide(guide.text);
      return { title, description, ...rendered, groups: links, ...place };
    },
  });
  return [
    ...guides.map((guide, at) =>
      plan(guide, {
        within: guide.id,
        previous: toLink(guides[at - 1]),
        next: toLink(guides[at + 1]),
      }),
    ),
    ...problemGuides().map((guide) =>
      plan(guide, { within: 'problems', previous: null, next: null }),
    ),
  ];
}

/** Makes the start page of the documentation, with links to all guides. */
export function planDocsIndex({ source: { config } }: SitePlanContext): DocsIndexPage {
  return { groups: toLinks(listGuides(config)) };
}

function toLinks(groups: readonly GuideGroup[]): DocsGroup[] {
  return groups.map(({ title, guides }) => ({
    title,
    links: guides.map(({ id, title: name, description }) => ({ id, title: name, description })),
  }));
}

function toLink(guide: Guide | undefined): DocsLink | null {
  if (guide === undefined) return null;
  const { id, title, description } = guide;
  return { id, title, description };
}
