import { describe, expect, it } from 'vitest';
import { makeTestCard } from '../../testing/make-test-card.ts';
import { similarTo } from './similar-to.ts';

const names = (cards: readonly { name: string }[]) => cards.map(({ name }) => name);

describe('similarTo()', () => {
  it('finds those that share the rarest, and never the extension itself', () => {
    const cards = [
      makeTestCard({ name: 'dusk', tags: ['dark', 'calm'], categories: ['themes'] }),
      makeTestCard({ name: 'night', tags: ['Calm'], categories: ['themes'] }),
      makeTestCard({ name: 'noon', tags: ['light'], categories: ['themes'] }),
      makeTestCard({ name: 'shell', description: 'Commands for the terminal' }),
    ];
    const similar = similarTo(cards);
    expect(
      names(similar(makeTestCard({ name: 'dusk', tags: ['calm'], categories: ['themes'] }))),
    ).toEqual(['night', 'noon']);
    expect(similar(makeTestCard({ name: 'alone' }))).toEqual([]);
  });

  it('follows from no figure, and shows four', () => {
    const cards = Array.from({ length: 9 }, (_, nth) =>
      makeTestCard({ name: `tide-${nth}`, tags: ['tide'], installs: 9 - nth }),
    );
    const found = names(similarTo(cards)(makeTestCard({ name: 'tide-4', tags: ['tide'] })));
    expect(found).toEqual(['tide-0', 'tide-1', 'tide-2', 'tide-3']);
    const unknown = cards.map((card) => ({ ...card, installs: null }));
    expect(names(similarTo(unknown)(makeTestCard({ name: 'tide-4', tags: ['tide'] })))).toEqual(
      found,
    );
  });

  it('shows each by as many as it shows, where all have the same in common', () => {
    const cards = Array.from({ length: 100 }, (_, nth) =>
      makeTestCard({ name: `theme-${100 + nth}`, categories: ['themes'], tags: ['dark'] }),
    );
    const similar = similarTo(cards);
    const shownBy = cards.flatMap((card) => names(similar(card)));
    for (const { name } of cards) expect(shownBy.filter((one) => one === name)).toHaveLength(4);
    expect(names(similar(makeTestCard({ name: 'theme-198', categories: ['themes'] })))).toEqual([
      'theme-199',
      'theme-100',
      'theme-101',
      'theme-102',
    ]);
  });
});
