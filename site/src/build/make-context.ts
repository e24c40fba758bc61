import { type ExtensionFacts, readFacts } from './read-facts.ts';
import { makeCard } from './make-card.ts';
import type { PlanContext } from './plan-context.ts';
import type { DocCacheOptions } from './render/doc-cache.ts';
import type { SiteSource } from './site-source.ts';

/** Reads what pages and files are planned from. */
export async function makeContext(source: SiteSource, docs: DocCacheOptions): Promise<PlanContext> {
  const figures = await source.figures();
  const extensions = (await readAll(source)).map((facts) => ({
    card: makeCard(facts, { source, figures: figures.get(facts.name) ?? null }),
    live: facts.live,
    entry: facts.entry,
  }));
  extensions.sort((left, right) => (left.card.name < right.card.name ? -1 : 1));
  const cards = extensions.filter(({ live }) => live).map(({ card }) => card);
  return { source, extensions, cards, docs };
}

async function readAll(source: SiteSource): Promise<ExtensionFacts[]> {
  const facts: ExtensionFacts[] = [];
  for (const name of await source.names()) {
    const entry = await source.readEntry(name);
    if (entry !== null) facts.push(readFacts(entry));
  }
  return facts;
}
