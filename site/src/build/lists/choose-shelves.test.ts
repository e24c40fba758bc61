import { describe, expect, it } from 'vitest';
import type { Card } from '../page-data/card.ts';
import { makeTestCard } from '../../testing/make-test-card.ts';
import { chooseShelves } from './choose-shelves.ts';

const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const namesOf = (cards: readonly Card[]) => cards.map(({ name }) => name);
const many = Array.from({ length: 30 }, (_, nth) =>
  makeTestCard({
    name: `e${nth + 1}`,
    installs: nth < 9 ? 100 - nth : null,
    createdAt: at(nth + 1),
    updatedAt: at(nth < 20 ? 31 : nth + 1),
  }),
);

describe('chooseShelves()', () => {
  it('shows no extension twice', () => {
    const shelves = chooseShelves(many, ['e1', 'e30']);
    expect(namesOf(shelves.featured)).toEqual(['e1', 'e30']);
    expect(namesOf(shelves.popular)).toEqual(['e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
    expect(namesOf(shelves.new)).toEqual(['e29', 'e28', 'e27', 'e26', 'e25', 'e24']);
    expect(shelves.updated).toHaveLength(6);
    const all = namesOf(Object.values(shelves).flat());
    expect(new Set(all).size).toBe(all.length);
  });

  it('leaves out a shelf that would be next to empty', () => {
    const shelves = chooseShelves(
      many.map((card) => ({ ...card, installs: card.name === 'e1' ? 5 : 0 })),
      [],
    );
    expect(shelves.featured).toEqual([]);
    expect(shelves.popular).toEqual([]);
    expect(shelves.new).toHaveLength(6);
  });

  it('shows all of a small registry, what is featured first', () => {
    const shelves = chooseShelves(many.slice(0, 6), ['e2', 'unknown']);
    expect(namesOf(shelves.featured)).toEqual(['e2']);
    expect(namesOf(shelves.rest)).toEqual(['e1', 'e3', 'e4', 'e5', 'e6']);
    expect([...shelves.popular, ...shelves.new, ...shelves.updated]).toEqual([]);
  });

  it('has nothing to show of nothing', () => {
    expect(Object.values(chooseShelves([], ['e1'])).flat()).toEqual([]);
  });
});
