import { compatTexts } from '../../texts/compat-texts.ts';
import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/card.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { renderShareImage } from '../share-images/render-share-image.ts';
import type { ShareImage } from '../share-images/share-image.ts';
import type { SiteSource } from '../site-source.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans the images for link previews: one for each live extension, and one for all other pages. */
export function* planShareImages({ source, cards }: SitePlanContext): Iterable<PlannedFile> {
  const { name } = source.config;
  const general: ShareImage = {
    title: name,
    name: 'Extensions',
    description:
      'Themes, languages and tools for Orchestra. See what each one may do before you install it.',
    publisher: null,
    facts: [],
    registryName: name,
  };
  yield { path: 'og.png', key: digest(general), make: () => renderShareImage(general, null) };
  for (const card of cards) {
    yield {
      path: `og/${card.name}.png`,
      key: digest([name, cardKey(card)]),
      make: async () => renderShareImage(describe(card, name), await readIcon(card, source)),
    };
  }
}

function describe(card: Card, registryName: string): ShareImage {
  const { name, displayName, description, compat, publishers } = card;
  return {
    title: displayName,
    name,
    description,
    publisher: publishers[0] ?? null,
    facts: [compatTexts[compat].label, describeNeeds(card)],
    registryName,
  };
}

function describeNeeds({ permissions, mayNeed }: Card): string {
  const count = permissions.length;
  const isUnclear = mayNeed.length > 0;
  if (count === 0) return isUnclear ? 'Unclear code' : 'No permissions';
  return `${count} ${count === 1 ? 'permission' : 'permissions'}${isUnclear ? ', unclear code' : ''}`;
}

async function readIcon(
  { name, version, icon }: Card,
  source: SiteSource,
): Promise<Uint8Array | null> {
  const file = icon?.split('/').at(-1);
  return file === undefined ? null : source.readDoc({ name, version, path: file });
}
