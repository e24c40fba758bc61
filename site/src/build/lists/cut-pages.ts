import { createHash } from 'node:crypto';

/** Fewest items on a page, except the last one. */
export const fewestOnPage = 40;
/** Most items on a page. */
export const mostOnPage = 120;

/**
 * Cuts a sorted list into pages. The names alone decide where a page ends, so that a new name changes only
 * the page that it is on, and not all later ones.
 */
export function cutPages<T extends { name: string }>(items: readonly T[]): T[][] {
  const pages: T[][] = [[]];
  for (const [nth, item] of items.entries()) {
    const page = pages.at(-1) ?? [];
    page.push(item);
    const full = page.length >= mostOnPage || (page.length >= fewestOnPage && endsPage(item.name));
    if (full && nth < items.length - 1) pages.push([]);
  }
  return pages;
}

/** True for about one of forty names, always the same ones. */
function endsPage(name: string): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % 40 === 0;
}
