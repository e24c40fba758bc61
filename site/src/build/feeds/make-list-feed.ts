import type { Card } from '../page-data/card.ts';
import type { Feed, FeedEntry } from './render-atom.ts';

/** URL and title of a feed. */
export interface ListFeed {
  title: string;
  url: string;
  page: string;
  /** URL of the site. */
  site: string;
}

/** Makes a feed of new extensions, from cards, newest first. */
export function makeNewFeed(cards: readonly Card[], { site, ...feed }: ListFeed): Feed {
  const entries = cards.map((card) => ({
    ...describe(card, site),
    id: `${site}/extensions/${card.name}/`,
    title: card.displayName,
    at: card.createdAt,
  }));
  return { ...feed, entries };
}

/** Makes a feed of new versions, from cards, last updated first. */
export function makeUpdatesFeed(cards: readonly Card[], { site, ...feed }: ListFeed): Feed {
  const entries = cards.map((card) => ({
    ...describe(card, site),
    id: `${site}/extensions/${card.name}/#v${card.version}`,
    title: `${card.displayName} ${card.version}`,
    at: card.updatedAt,
  }));
  return { ...feed, entries };
}

function describe(
  card: Card,
  site: string,
): Pick<FeedEntry, 'page' | 'authors' | 'summary' | 'html'> {
  return {
    page: `${site}/extensions/${card.name}/`,
    authors: card.publishers.map(({ login }) => ({
      name: login,
      url: `${site}/publishers/${login}/`,
    })),
    summary: card.description,
    html: null,
  };
}
