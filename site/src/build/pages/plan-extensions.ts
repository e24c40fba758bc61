import { cardKey } from '../card-key.ts';
import { digest } from '../digest.ts';
import { makeExtensionPage } from '../make-extension-page.ts';
import type { PlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** A page for each extension, those with nothing live too: they say why. */
export function planExtensions(context: PlanContext): PlannedPage<'extensions'>[] {
  return context.extensions.map((extension) => ({
    kind: 'extensions',
    id: extension.card.name,
    key: digest([extension.entry, cardKey(extension.card)]),
    make: () => makeExtensionPage(extension, context),
  }));
}
