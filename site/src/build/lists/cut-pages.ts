import { createHash } from 'node:crypto';

/** Pages have at least this many items, but for the last, … */
export const fewestOnPage = 40;
/** … and at most so many. */
export const mostOnPage = 120;

/**
 * Cuts a sorted list into pages. Where one ends follows from the names alone, and not from how many stand
 * before: a new name changes the page that it stands on, and not every page behind it.
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

/** True for a name of forty, and always for the same ones. */
function endsPage(name: string): boolean {
  return createHash('sha256').update(name).digest().readUInt32BE() % 40 === 0;
}
