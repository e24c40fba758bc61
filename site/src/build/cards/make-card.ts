import { docUrl, type Owner } from '@orchestra/core';
import type { ExtensionFacts } from '../facts/extension-facts.ts';
import type { Card, Publisher } from '../page-data/card.ts';
import type { Figures, SiteSource } from '../site-source.ts';

/** Makes the card of an extension from its entry, its curated marks and its figures. */
export function makeCard(
  facts: ExtensionFacts,
  from: { source: SiteSource; figures: Figures | null },
): Card {
  const { source, figures } = from;
  const { icon, owners } = facts;
  const shown = shownFacts(facts);
  const { name, version } = facts;
  return {
    ...shown,
    icon: icon === null ? null : docUrl(source.config, { name, version, path: icon }),
    publishers: owners.map((owner) => toPublisher(owner, source.verified)),
    featured: source.featured.includes(name),
    installs: figures?.installs ?? null,
    downloads: figures?.downloads ?? null,
    rating: toRating(figures),
  };
}

/** What a card takes from the facts as it is. */
function shownFacts(facts: ExtensionFacts) {
  const { entry: _entry, live: _live, icon: _icon, owners: _owners, ...more } = facts;
  const { vscodeIds: _ids, needs: _needs, brings: _brings, ...shown } = more;
  return shown;
}

function toPublisher({ provider, id, login }: Owner, verified: readonly Owner[]): Publisher {
  return {
    login,
    verified: verified.some((known) => known.provider === provider && known.id === id),
    url: provider === 'github' ? `https://github.com/${login}` : null,
  };
}

function toRating(figures: Figures | null): Card['rating'] {
  const { average = null, count = 0 } = figures?.rating ?? {};
  return average === null ? null : { average, count };
}
