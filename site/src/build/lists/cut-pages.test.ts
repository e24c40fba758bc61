import { describe, expect, it } from 'vitest';
import { cutPages, fewestOnPage, mostOnPage } from './cut-pages.ts';

const items = Array.from({ length: 5000 }, (_, nth) => ({
  name: `extension-${String(nth).padStart(5, '0')}`,
}));

describe('cutPages()', () => {
  it('keeps everything, in order, in pages of bounded size', () => {
    const pages = cutPages(items);
    expect(pages.flat()).toEqual(items);
    const sizes = pages.map((page) => page.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(mostOnPage);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(fewestOnPage);
  });

  it('has one page for a few items, and for none', () => {
    expect(cutPages(items.slice(0, 5))).toEqual([items.slice(0, 5)]);
    expect(cutPages([])).toEqual([[]]);
  });

  it('has no empty last page', () => {
    for (const length of [mostOnPage, 2 * mostOnPage, 1000, 1001])
      expect(cutPages(items.slice(0, length)).at(-1)).not.toEqual([]);
  });

  it('changes few pages for a new name, wherever it stands', () => {
    const before = new Set(cutPages(items).map((page) => JSON.stringify(page)));
    for (const name of ['a', 'extension-00017-b', 'extension-02500-b', 'z']) {
      const after = cutPages([...items, { name }].sort((a, b) => (a.name < b.name ? -1 : 1)));
      const changed = after.filter((page) => !before.has(JSON.stringify(page)));
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThan(6);
    }
  });
});
