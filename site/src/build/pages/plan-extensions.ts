import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import { makeExtensionPage } from '../extension/make-extension-page.ts';
import { relatedTo } from '../extension/find-related.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { similarTo } from '../similar/similar-to.ts';
import type { PlannedPage } from './planned-page.ts';

/**
 * Plans a page for each extension, including those without a live version, which explain why. Similar
 * extensions are part of the key only by their names: changes of their cards don't make the page again. Those
 * that it names are part of it by what the page says of them.
 */
export function planExtensions(context: SitePlanContext): PlannedPage<'extensions'>[] {
  const findSimilar = similarTo(context.cards);
  const findRelated = relatedTo(context.extensions);
  return context.extensions.map((extension) => {
    const { card, entry } = extension;
    const similar = findSimilar(card);
    const related = findRelated(extension);
    return {
      kind: 'extensions',
      id: card.name,
      key: digest([entry, cardKey(card), similar.map(({ name }) => name), related]),
      entryOf: card.name,
      make: () => makeExtensionPage({ ...extension, similar, related }, context),
    };
  });
}
