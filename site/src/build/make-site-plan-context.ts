import { makeCard } from './cards/make-card.ts';
import type { SitePlanContext } from './plan-context.ts';
import type { ExtensionFacts } from './facts/extension-facts.ts';

/** Collects what pages and files are planned from. */
export async function makeSitePlanContext(
  facts: readonly ExtensionFacts[],
  { source, docs, renderGuide }: Pick<SitePlanContext, 'source' | 'docs' | 'renderGuide'>,
): Promise<SitePlanContext> {
  const figures = await source.figures();
  const extensions = facts.map((known) => ({
    card: makeCard(known, { source, figures: figures.get(known.name) ?? null }),
    live: known.live,
    entry: known.entry,
    relations: { vscodeIds: known.vscodeIds, needs: known.needs, brings: known.brings },
  }));
  extensions.sort((left, right) => (left.card.name < right.card.name ? -1 : 1));
  const cards = extensions.filter(({ live }) => live).map(({ card }) => card);
  return { source, extensions, cards, docs, renderGuide };
}
