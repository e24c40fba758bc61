import { expect, test } from 'vitest';
import { emptyHead, renderPart } from '../../publish/site-list.ts';
import { readServedSite } from './served-site.ts';

const file = { sha256: 'a'.repeat(64), size: 1, key: 'k' };
const head = JSON.stringify({ ...emptyHead, parts: { '00': { digest: 'd', extra: 0 } } });
const standingOf = (files: Record<string, string>) =>
  readServedSite({
    read: async (path) => (path in files ? Buffer.from(files[path] ?? '') : null),
  });

test('readStandingSite() knows nothing of a place without a list that can be read', async () => {
  expect(await standingOf({})).toBeNull();
  expect(await standingOf({ '.site/list.json': '{' })).toBeNull();
});

test('readStandingSite() doesn’t believe in files that were being written when a build was cut off', async () => {
  const list = { '.site/list.json': head, '.site/parts/00.json': renderPart({ a: file, b: file }) };
  const whole = await standingOf(list);
  expect([...(whole?.files.keys() ?? [])]).toEqual(['a', 'b']);
  expect(whole?.inDoubt).toEqual([]);
  const cut = await standingOf({ ...list, '.site/pending.json': '["b","c"]' });
  expect([...(cut?.files.keys() ?? [])]).toEqual(['a']);
  expect(cut?.inDoubt).toEqual(['b', 'c']);
});
