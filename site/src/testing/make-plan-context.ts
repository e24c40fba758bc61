import type { IndexEntry } from '@orchestra/core';
import { basePath } from '../addresses/base-path.ts';
import { guideValues } from '../build/docs/guide-values.ts';
import { renderGuide } from '../build/docs/render-guide.ts';
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
  const source = makeSource(entries, facts);
  const values = guideValues(source.config);
  return makeSitePlanContext(entries.map(readFacts), {
    source,
    docs,
    renderGuide: (text) => renderGuide(text, { values, base: basePath(source.config.site) }),
  });
}
