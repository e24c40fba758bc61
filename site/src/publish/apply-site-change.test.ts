import { describe, expect, it } from 'vitest';
import { applySiteChange, type SiteChange } from './apply-site-change.ts';
import { emptyHead } from './site-list.ts';
import type { SiteTarget } from './site-target.ts';

const content = Buffer.from('x');
const change: SiteChange = {
  writes: new Map(
    ['index.html', 'tags/a/index.html', 'og.png', '_astro/page.css', 'feeds/new.atom'].map(
      (path) => [path, content],
    ),
  ),
  removals: ['tags/b/index.html'],
  parts: [{ id: '00', text: '{}' }],
  head: { ...emptyHead, built: 'now' },
};

/** A place that notes what is done to it, in order, and fails at one of the steps. */
function noting(failAt = Infinity): { target: SiteTarget; steps: string[] } {
  const steps: string[] = [];
  const step = async (text: string) => {
    if (steps.length >= failAt) throw new Error('cut off');
    steps.push(text);
  };
  const target = {
    read: async () => null,
    write: (path: string) => step(`write ${path}`),
    remove: (path: string) => step(`remove ${path}`),
    tidy: () => step('tidy'),
  };
  return { target, steps };
}

describe('applyChange()', () => {
  it('puts first what pages lead to, then pages, removes then, and lists last of all', async () => {
    const { target, steps } = noting();
    await applySiteChange(change, { target });
    expect(steps).toEqual([
      'write .site/pending.json',
      'write _astro/page.css',
      'write og.png',
      'write feeds/new.atom',
      'write index.html',
      'write tags/a/index.html',
      'remove tags/b/index.html',
      'write .site/parts/00.json',
      'write .site/list.json',
      'remove .site/pending.json',
      'tidy',
    ]);
  });

  it('never says that all is well after it was cut off', async () => {
    for (let failAt = 0; failAt < 9; failAt++) {
      const { target, steps } = noting(failAt);
      await expect(applySiteChange(change, { target })).rejects.toThrow('cut off');
      expect(steps).not.toContain('remove .site/pending.json');
      expect(steps).not.toContain('write .site/list.json');
    }
  });

  it('notes beforehand everything that is under way', async () => {
    const written: Record<string, unknown> = {};
    const { target } = noting();
    const write: SiteTarget['write'] = async (path, bytes) => {
      if (bytes instanceof Uint8Array) written[path] = Buffer.from(bytes).toString('utf8');
    };
    await applySiteChange(change, { target: { ...target, write } });
    const pending: unknown = JSON.parse(String(written['.site/pending.json']));
    expect(pending).toEqual([...change.writes.keys(), ...change.removals]);
  });

  it('writes only the head where nothing of the site changes', async () => {
    const { target, steps } = noting();
    const none = { ...change, writes: new Map(), removals: [], parts: [] };
    await applySiteChange(none, { target });
    expect(steps).toEqual(['write .site/list.json', 'tidy']);
  });
});
