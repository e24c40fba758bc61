import { digest } from '../digests/digest.ts';
import { makeNewFeed, makeUpdatesFeed } from '../feeds/make-list-feed.ts';
import { type Feed, longestFeed, renderAtom } from '../feeds/render-atom.ts';
import { groupCards } from '../cards/group-cards.ts';
import { newFirst, updatedFirst } from '../lists/sort-cards.ts';
import type { Card } from '../page-data/card.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans the feeds of the registry, of each category and of each publisher. */
export function* planListFeeds({ source, cards }: SitePlanContext): Iterable<PlannedFile> {
  const { site, name } = source.config;
  const at = (path: string, page: string, title: string) => {
    return {
      title: `${title} · ${name}`,
      url: `${site}/feeds/${path}.atom`,
      page: site + page,
      site,
    };
  };
  const updated = updatedFirst(cards);
  yield planFeed('new', makeNewFeed(newest(newFirst(cards)), at('new', '/', 'New extensions')));
  yield planFeed(
    'updated',
    makeUpdatesFeed(newest(updated), at('updated', '/', 'Updated extensions')),
  );
  const inCategories = groupCards(updated, (card) => card.categories);
  for (const { id, title } of source.categories) {
    const of = at(`categories/${id}`, `/categories/${id}/`, title);
    yield planFeed(`categories/${id}`, makeUpdatesFeed(newest(inCategories.get(id) ?? []), of));
  }
  for (const [login, own] of groupCards(updated, loginsOf)) {
    const of = at(`publishers/${login}`, `/publishers/${login}/`, `Extensions by ${login}`);
    yield planFeed(`publishers/${login}`, makeUpdatesFeed(newest(own), of));
  }
}

function planFeed(path: string, feed: Feed): PlannedFile {
  return { path: `feeds/${path}.atom`, key: digest(feed), make: () => renderAtom(feed) };
}

function newest(cards: readonly Card[]): Card[] {
  return cards.slice(0, longestFeed);
}

function loginsOf(card: Card): string[] {
  return card.publishers.map(({ login }) => login);
}
