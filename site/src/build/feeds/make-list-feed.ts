import type { Card } from '../page-data/card.ts';
import type { Feed, FeedEntry } from './render-atom.ts';

/** Where a feed is and what it is called. */
export interface ListFeed {
  title: string;
  url: string;
  page: string;
  /** Address of the site. */
  site: string;
}

/** A feed of extensions that were published for the first time, from cards, newest first. */
export function makeNewFeed(cards: readonly Card[], { site, ...feed }: ListFeed): Feed {
  const entries = cards.map((card) => ({
    ...describe(card, site),
    id: `${site}/extensions/${card.name}/`,
    title: card.displayName,
    at: card.createdAt,
  }));
  return { ...feed, entries };
}

/** A feed of the newest versions of extensions, from cards, the last updated first. */
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
