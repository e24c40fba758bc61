import { describe, expect, it } from 'vitest';
import { partOf, renderPart, siteList } from './site-list.ts';
import type { SiteTarget } from './site-target.ts';

const sha256 = 'a'.repeat(64);
const key = 'b'.repeat(32);
/** A place that holds some files. */
const holding = (files: Record<string, unknown>): Pick<SiteTarget, 'read'> => ({
  read: async (path) => (path in files ? Buffer.from(JSON.stringify(files[path])) : null),
});
const outside = ['../secret', 'a/../../secret', '/etc/passwd', 'a/./b', '..', 'a\\..\\b', ''];

describe('siteList', () => {
  it('reads a part, which is the same text for the same files', async () => {
    const [first, second] = [
      { sha256, size: 1, key },
      { sha256, size: 2 },
    ];
    const text = renderPart({ 'b/…é': second, 'a..b': first });
    expect(text).toBe(renderPart({ 'a..b': first, 'b/…é': second }));
    const part = await siteList.readPart(
      holding({ '.site/parts/00.json': JSON.parse(text) }),
      '00',
    );
    expect(part).toEqual({ 'a..b': first, 'b/…é': second });
    expect(partOf('index.html')).toMatch(/^[0-9a-f]{2}$/);
  });

  it.each(outside)('believes no list that names %j, outside of the site', async (path) => {
    const part = { [path]: { sha256, size: 1 }, 'index.html': { sha256, size: 1 } };
    const target = holding({ '.site/parts/00.json': part, '.site/pending.json': [path] });
    expect(await siteList.readPart(target, '00')).toEqual({});
    expect(await siteList.readPending(target)).toEqual([]);
  });

  it('believes no head of another format, or with a part that is none', async () => {
    const head = { format: 1, built: 'x', parts: { '0a': { digest: 'd', extra: 0 } } };
    expect(await siteList.readHead(holding({ '.site/list.json': head }))).toEqual(head);
    for (const wrong of [{ format: 2 }, { parts: { '../0a': { digest: 'd', extra: 0 } } }])
      expect(
        await siteList.readHead(holding({ '.site/list.json': { ...head, ...wrong } })),
      ).toBeNull();
  });
});
