import { digest } from '../digest.ts';
import type { Card } from '../page-data.ts';
import type { PlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** One of the pages that list everything by name, for whoever has no scripts. */
export interface BrowsePage {
  /** From 1 on. */
  page: number;
  pages: number;
  /** Extensions with something live. */
  total: number;
  rows: BrowseRow[];
}

/** What a list of everything shows of an extension: nothing that a new version usually changes. */
export type BrowseRow = Pick<Card, 'name' | 'displayName' | 'description'>;

/** The most rows on one page. */
const rowsPerPage = 200;

/** Pages with everything that is live; the first one even where nothing is. */
export function planBrowse({ cards }: PlanContext): PlannedPage<'browse'>[] {
  const pages = Math.max(1, Math.ceil(cards.length / rowsPerPage));
  return Array.from({ length: pages }, (_, before) => {
    const rows = cards
      .slice(before * rowsPerPage, (before + 1) * rowsPerPage)
      .map(({ name, displayName, description }) => ({ name, displayName, description }));
    const page = { page: before + 1, pages, total: cards.length, rows };
    return { kind: 'browse', id: String(before + 1), key: digest(page), make: () => page };
  });
}
