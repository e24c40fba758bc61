import { makeEntry } from '@orchestra/testkit';
import { describe, expect, it } from 'vitest';
import { makePlanContext } from '../testing/make-plan-context.ts';
import { type BuildPlanFacts, pagePath, planSiteBuild } from './plan-site-build.ts';

const entries = [
  makeEntry({ name: 'amber', tags: ['stone'] }),
  makeEntry({ name: 'basalt', tags: ['stone'] }),
];
const fresh: BuildPlanFacts = {
  served: null,
  ground: 'the code',
  unread: new Set(),
  everything: false,
};

/** Paths of what is made, and of what the site has then. */
async function plan(facts: Partial<BuildPlanFacts> = {}, of = entries, source = {}) {
  const context = await makePlanContext(of, source);
  const { pages, files, paths } = planSiteBuild(context, { ...fresh, ...facts });
  const made = new Map(pages.map((page) => [pagePath(page), page.key]));
  for (const { path, key } of files) made.set(path, key);
  return { made, paths };
}

/** The site that is there once everything was made. */
async function served(of = entries): Promise<NonNullable<BuildPlanFacts['served']>> {
  const { made } = await plan({}, of);
  const file = { sha256: 'a'.repeat(64), size: 1 };
  return {
    head: { format: 1, built: 'before', parts: {} },
    files: new Map([...made].map(([path, key]) => [path, { ...file, key }])),
    inDoubt: [],
  };
}

const own = ['extensions/amber/index.html', 'feeds/extensions/amber.atom'];

describe('planBuild()', () => {
  it('makes everything where nothing stands, and nothing where all stands', async () => {
    const { made, paths } = await plan();
    expect([...made.keys()].sort()).toEqual([...paths].sort());
    expect([...made.keys()]).toEqual(expect.arrayContaining([...own, 'tags/stone/index.html']));
    const again = await plan({ served: await served() });
    expect(again.made.size).toBe(0);
    expect(again.paths).toEqual(paths);
  });

  it('makes everything with other code, or where it is asked to', async () => {
    const all = (await plan()).made.size;
    const facts = { served: await served() };
    expect((await plan({ ...facts, ground: 'other code' })).made.size).toBe(all);
    expect((await plan({ ...facts, everything: true })).made.size).toBe(all);
  });

  it('makes what shows an extension again once its entry changes, and no page for figures', async () => {
    const facts = { served: await served() };
    const changed = [
      makeEntry({ name: 'amber', tags: ['stone'], license: 'ISC' }),
      ...entries.slice(1),
    ];
    expect([...(await plan(facts, changed)).made.keys()]).toEqual(own);
    const figures = async () =>
      new Map([['amber', { installs: 9, downloads: 9, rating: { average: 5, count: 9 } }]]);
    const { made } = await plan(facts, entries, { figures });
    expect([...made.keys()].filter((path) => path.endsWith('.html'))).toEqual([]);
  });

  it('makes what shows a card again once anything on it changes', async () => {
    const facts = { served: await served() };
    const verified = [{ provider: 'local' as const, id: 1, login: 'tidewater' }];
    const { made } = await plan(facts, entries, { verified });
    expect([...made.keys()]).toEqual(
      expect.arrayContaining([
        'extensions/amber/index.html',
        'tags/stone/index.html',
        'og/amber.png',
      ]),
    );
  });

  it('leaves as it stands what can’t be made, whatever changed, and plans none where none stands', async () => {
    const unread = new Set(['amber']);
    const facts = { served: await served(), unread, ground: 'other code', everything: true };
    const kept = await plan(facts);
    expect(kept.made.has('extensions/basalt/index.html')).toBe(true);
    for (const path of own) {
      expect(kept.made.has(path)).toBe(false);
      expect(kept.paths.has(path)).toBe(true);
    }
    const none = await plan({ unread });
    for (const path of own) expect(none.paths.has(path)).toBe(false);
  });
});
