import { describe, expect, it } from 'vitest';
import { makeTestCard } from '../../testing/make-test-card.ts';
import { makeListPages } from './make-list-pages.ts';

const path = '/categories/git/';
const many = Array.from({ length: 500 }, (_, nth) =>
  makeTestCard({ name: `extension-${499 - nth}` }),
);
const namesOf = (cards: readonly { name: string }[]) => cards.map(({ name }) => name);

describe('makeListPages()', () => {
  it('shows all of a short list, in its order', () => {
    const pages = makeListPages(many.slice(0, 4), { path });
    expect(pages).toEqual([
      { number: 1, total: 4, best: many.slice(0, 4), rows: [], previous: null, next: null },
    ]);
  });

  it('has a page for nothing, too', () => {
    expect(makeListPages([], { path })).toMatchObject([{ number: 1, total: 0, best: [] }]);
  });

  it('shows everything of a long list by title, in pages that lead to each other', () => {
    const pages = makeListPages(many, { path });
    expect(pages.length).toBeGreaterThan(3);
    const rows = namesOf(pages.flatMap((page) => page.rows));
    expect(rows.slice(0, 3)).toEqual(['extension-0', 'extension-1', 'extension-2']);
    expect(rows).toHaveLength(500);
    expect(pages[0]).toMatchObject({ total: 500, previous: null, next: `${path}2/` });
    expect(pages[1]).toMatchObject({ total: null, best: [], previous: path, next: `${path}3/` });
    expect(pages[2]).toMatchObject({ previous: `${path}2/` });
    expect(pages.at(-1)?.next).toBeNull();
  });

  it('shows above a long list what people should see first', () => {
    const [first] = makeListPages(many, { path });
    expect(namesOf(first?.best ?? [])).toEqual(namesOf(many.slice(0, 6)));
  });
});
