import { describe, expect, it } from 'vitest';
import { type ListedFile, partOf, siteList } from '../../publish/site-list.ts';
import { planChange } from './plan-change.ts';
import type { StagedFile } from './stage-files.ts';
import type { ServedSite } from './served-site.ts';

const listed = (letter: string, key?: string): ListedFile => {
  const facts = { sha256: letter.repeat(64), size: 1 };
  return key === undefined ? facts : { ...facts, key };
};
const staged = (files: Record<string, ListedFile>): Map<string, StagedFile> =>
  new Map(Object.entries(files).map(([path, file]) => [path, { ...file, file: `/dist/${path}` }]));
const standingOf = (
  files: Record<string, ListedFile>,
  inDoubt: readonly string[] = [],
): ServedSite => ({
  head: { format: 1, built: 'before', parts: {} },
  files: new Map(Object.entries(files)),
  inDoubt,
});

type Facts = Partial<Parameters<typeof planChange>[0]>;
/** What a change does: what is written and removed, and what is listed then. */
function change(facts: Facts) {
  const planned = { served: null, planned: [], staged: new Map(), built: 'now', ...facts };
  const { writes, removals, parts, head } = planChange(planned);
  const files = Object.assign({}, ...parts.map(({ text }) => JSON.parse(text)));
  return { written: [...writes.keys()], removed: [...removals], files, head };
}

describe('planChange()', () => {
  it('writes what was made and differs, and keeps what was planned and not made', () => {
    const before = { same: listed('a', 'k'), changed: listed('b', 'k'), kept: listed('c', 'k') };
    const made = { same: listed('a', 'l'), changed: listed('d', 'l'), added: listed('e', 'l') };
    const planned = ['same', 'changed', 'kept', 'added'];
    const found = change({ served: standingOf(before), planned, staged: staged(made) });
    expect(found).toMatchObject({ written: ['changed', 'added'], removed: [] });
    expect(found.files).toEqual({ ...made, kept: before.kept });
    expect(found.head.built).toBe('now');
  });

  it('removes what is planned no more, and what may have been left by a build that was cut off', () => {
    const served = standingOf({ old: listed('a', 'k'), kept: listed('b', 'k') }, ['half', 'again']);
    const again = staged({ again: listed('c', 'k') });
    const found = change({ served, planned: ['kept', 'again'], staged: again });
    expect(found.removed.sort()).toEqual(['half', 'old']);
    expect(found.written).toEqual(['again']);
    expect(Object.keys(found.files).sort()).toEqual(['again', 'kept']);
  });

  it('keeps old assets for two more changes of assets, and no longer', () => {
    let files: Record<string, ListedFile> = { '_astro/0.css': listed('a') };
    const lists: string[][] = [];
    for (const name of ['_astro/1.css', '_astro/1.css', '_astro/2.css', '_astro/3.css']) {
      const made = staged({ [name]: listed('b') });
      files = change({ served: standingOf(files), staged: made }).files;
      lists.push(Object.keys(files).sort());
    }
    expect(lists).toEqual([
      ['_astro/0.css', '_astro/1.css'],
      ['_astro/0.css', '_astro/1.css'],
      ['_astro/0.css', '_astro/1.css', '_astro/2.css'],
      ['_astro/1.css', '_astro/2.css', '_astro/3.css'],
    ]);
  });

  it('writes the parts of the list that change, with digests; all of them after a cut', async () => {
    const before = { a: listed('a', 'k'), b: listed('b', 'k') };
    expect(partOf('a')).not.toBe(partOf('b'));
    const first = planChange({ served: null, planned: [], staged: staged(before), built: 'x' });
    const served = { ...standingOf(before), head: first.head };
    const facts = { planned: ['a', 'b'], staged: staged({ a: listed('c', 'k') }), built: 'y' };
    expect(planChange({ ...facts, served }).parts.map(({ id }) => id)).toEqual([partOf('a')]);
    const cut = { ...served, inDoubt: ['a'] };
    expect(planChange({ ...facts, served: cut }).parts).toHaveLength(2);
    const gone = planChange({ ...facts, served, planned: [], staged: new Map() });
    expect(gone.parts.map(({ text }) => text)).toEqual(['{}', '{}']);
    expect(gone.head.parts[partOf('a')]).not.toEqual(first.head.parts[partOf('a')]);
    const read = async () => Buffer.from(JSON.stringify(gone.head));
    expect(await siteList.readHead({ read })).toEqual(gone.head);
  });
});
