import type { BrowsePage, ListRow } from '../page-data/list-pages.ts';
import { digest } from '../digests/digest.ts';
import { cutPages } from '../lists/cut-pages.ts';
import { byTitle } from '../lists/sort-cards.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans the pages that list all live extensions; there is always a first one. */
export function planBrowse({ cards }: SitePlanContext): PlannedPage<'browse'>[] {
  const pages = cutPages(byTitle(cards));
  return pages.map((shown, nth) => {
    const page: BrowsePage = {
      number: nth + 1,
      total: nth === 0 ? cards.length : null,
      letters: nth === 0 && pages.length > 1 ? findLetters(pages) : [],
      rows: shown.map(({ name, displayName, description }) => ({ name, displayName, description })),
      previous: nth === 0 ? null : pathOf(nth),
      next: nth + 1 === pages.length ? null : pathOf(nth + 2),
    };
    return { kind: 'browse', id: String(page.number), key: digest(page), make: () => page };
  });
}

function pathOf(number: number): string {
  return `/browse/${number}/`;
}

/** The letters A to Z that titles begin with, and the first page of each. */
function findLetters(pages: readonly (readonly ListRow[])[]): BrowsePage['letters'] {
  const found = new Map<string, string>();
  for (const [nth, rows] of pages.entries()) {
    for (const { displayName } of rows) {
      const letter = displayName.normalize('NFD').charAt(0).toUpperCase();
      if (/^[A-Z]$/.test(letter) && !found.has(letter)) found.set(letter, pathOf(nth + 1));
    }
  }
  return [...found].map(([letter, path]) => ({ letter, path }));
}
