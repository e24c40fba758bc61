import { makeEntry } from '@orchestra/testkit';
import { describe, expect, it } from 'vitest';
import { chooseShown } from './choose-shown.ts';
import { readFacts } from './facts/read-facts.ts';

const file = { sha256: 'a'.repeat(64), size: 1 };
const standingWith = (names: readonly string[]) => ({
  files: new Map(names.map((name) => [`extensions/${name}/index.html`, file])),
});
const factsOf = (names: readonly string[]) => names.map((name) => readFacts(makeEntry({ name })));
const unreadOf = (names: readonly string[]) =>
  names.map((name) => ({ name, message: 'It is damaged' }));
const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, nth) => `${word}-${nth}`);

describe('chooseShown()', () => {
  it('shows everything where everything can be read', () => {
    const facts = factsOf(['amber', 'basalt']);
    expect(chooseShown({ facts, unread: [] }, { served: null })).toEqual({ facts, problems: [] });
    expect(chooseShown({ facts: [], unread: [] }, { served: null }).facts).toEqual([]);
  });

  it('keeps what is known of an entry that can’t be read only where its page stands', () => {
    const facts = factsOf(['amber', 'basalt', 'cobalt']);
    const unread = unreadOf(['amber', 'basalt', 'dune']);
    const chosen = chooseShown({ facts, unread }, { served: standingWith(['amber', 'dune']) });
    expect(chosen.facts.map(({ name }) => name)).toEqual(['amber', 'cobalt']);
    expect(chosen.problems.map(({ name, kept }) => [name, kept])).toEqual([
      ['amber', true],
      ['basalt', false],
      ['dune', false],
    ]);
  });

  it('keeps a whole site whose every entry can’t be read any more', () => {
    const names = many(20, 'tide');
    const known = { facts: factsOf(names), unread: unreadOf(names) };
    expect(chooseShown(known, { served: standingWith(names) }).facts).toHaveLength(20);
  });

  it.each([
    [3, 10, 'are few'],
    [5, 95, 'are 5 %'],
  ])('leaves out %i beside %i, which %s', (missing, shown) => {
    const facts = factsOf(many(shown, 'tide'));
    const unread = unreadOf(many(missing, 'bad'));
    expect(chooseShown({ facts, unread }, { served: null }).facts).toHaveLength(shown);
  });

  it.each([
    [4, 10],
    [6, 94],
    [1, 0],
  ])('refuses to leave out %i beside %i', (missing, shown) => {
    const facts = factsOf(many(shown, 'tide'));
    const unread = unreadOf(many(missing, 'bad'));
    expect(() => chooseShown({ facts, unread }, { served: null })).toThrowError(
      expect.objectContaining({
        code: 'index-damaged',
        message: expect.stringContaining('bad-0: It is damaged'),
      }),
    );
  });
});
