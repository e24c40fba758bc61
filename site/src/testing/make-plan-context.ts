import type { IndexEntry } from '@orchestra/core';
import { makeSitePlanContext } from '../build/make-site-plan-context.ts';
import type { SitePlanContext } from '../build/plan-context.ts';
import { readFacts } from '../build/facts/read-facts.ts';
import { DocRenderer } from '../build/render/doc-renderer.ts';
import { makeSource } from './make-source.ts';

/** What is planned from, for a test whose plans render no Markdown. */
export function makePlanContext(
  entries: readonly IndexEntry[],
  facts: Parameters<typeof makeSource>[1] = {},
): Promise<SitePlanContext> {
  const docs = { directory: '/nowhere', renderer: new DocRenderer() };
  return makeSitePlanContext(entries.map(readFacts), { source: makeSource(entries, facts), docs });
}
