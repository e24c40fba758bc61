import { type IndexEntry, parseEntry } from '@orchestra/core';
import { makeEntry, makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSource } from '../../testing/make-source.ts';
import { readKnownFacts } from './read-known-facts.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

/** An index of entries as they are written, and of what changed since the build before. */
interface Index {
  entries: Record<string, IndexEntry | string>;
  changed: string[] | null;
  code?: string;
  commit?: string;
}

/** What is known of an index: names with their descriptions, what can't be read, and what was asked for. */
async function know({ entries, changed, code = 'this code', commit = 'a commit' }: Index) {
  const read: string[] = [];
  const source = {
    ...makeSource([]),
    commit,
    names: async () => Object.keys(entries),
    changedSince: async () => changed,
    readEntry: async (name: string) => {
      read.push(name);
      const entry = entries[name];
      if (entry === undefined) return null;
      const text = typeof entry === 'string' ? entry : JSON.stringify(entry);
      return parseEntry(text, { path: `extensions/${name}.json`, name });
    },
  };
  const { facts, unread } = await readKnownFacts(source, { directory: folder.path, code });
  const known = Object.fromEntries(facts.map(({ name, description }) => [name, description]));
  return { known, unread: unread.map(({ name }) => name), read: read.sort() };
}

const said = (name: string, description: string) => makeEntry({ name, description });
const two = { amber: said('amber', 'first'), basalt: said('basalt', 'first') };
const damaged = {
  'no JSON': '{ "format": 1, ',
  'another shape': JSON.stringify({ ...said('amber', 'second'), owners: [] }),
  'that of another extension': JSON.stringify(said('basalt', 'second')),
  'nested too deep': JSON.stringify(said('amber', 'second')).replace(
    '"docs":{}',
    () => `"docs":{},"provenance":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ),
};

describe('readKnownFacts()', () => {
  it('reads what changed, and knows the rest', async () => {
    await know({ entries: two, changed: null });
    const entries = { ...two, amber: said('amber', 'second') };
    expect(await know({ entries, changed: ['amber'] })).toEqual({
      known: { amber: 'second', basalt: 'first' },
      unread: [],
      read: ['amber'],
    });
    expect(await know({ entries, changed: [] })).toMatchObject({ read: [] });
  });

  it('forgets what the index has no more, whether or not it can be told what changed', async () => {
    const entries = { basalt: two.basalt };
    for (const changed of [['amber'], null]) {
      await know({ entries: two, changed: null });
      expect((await know({ entries, changed })).known).toEqual({ basalt: 'first' });
    }
  });

  it.each(Object.entries(damaged))(
    'keeps what it knew of an entry that is %s, and reads all else',
    async (_what, amber) => {
      await know({ entries: two, changed: null });
      const entries = { amber, basalt: said('basalt', 'second') };
      for (const changed of [['amber', 'basalt'], null])
        expect(await know({ entries, changed })).toMatchObject({
          known: { amber: 'first', basalt: 'second' },
          unread: ['amber'],
        });
    },
  );

  it('knows nothing of an entry that it never could read', async () => {
    const found = await know({ entries: { ...two, amber: '{' }, changed: null });
    expect(found).toMatchObject({ known: { basalt: 'first' }, unread: ['amber'] });
  });

  it('tries an entry that can’t be read again, whatever changed since, until it is mended', async () => {
    await know({ entries: two, changed: null });
    const entries = { ...two, amber: '{' };
    await know({ entries, changed: ['amber'] });
    for (let nth = 0; nth < 2; nth++)
      expect(await know({ entries, changed: [] })).toMatchObject({
        unread: ['amber'],
        read: ['amber'],
      });
    const mended = { ...two, amber: said('amber', 'third') };
    expect(await know({ entries: mended, changed: [] })).toMatchObject({
      known: { amber: 'third' },
      unread: [],
    });
    expect(await know({ entries: mended, changed: [] })).toMatchObject({ read: [] });
  });

  it('stops where it can’t be told what an entry says at all', async () => {
    const source = {
      ...makeSource([]),
      names: async () => ['amber'],
      readEntry: () => Promise.reject(new Error('git is gone')),
    };
    const read = readKnownFacts(source, { directory: folder.path, code: '' });
    await expect(read).rejects.toThrow('git is gone');
  });

  it('reads everything anew with other code, or where a file of it is damaged', async () => {
    await know({ entries: two, changed: null });
    const all = ['amber', 'basalt'];
    expect((await know({ entries: two, changed: [], code: 'other' })).read).toEqual(all);
    const files = await readdir(folder.path);
    expect(files).toHaveLength(65);
    for (const text of ['{', '[]', '{"amber":{"name":"amber"}}', '{"..":1}']) {
      for (const file of ['stamp.json', '00.json']) {
        await writeFile(folder.join(file), text);
        expect((await know({ entries: two, changed: [], code: 'other' })).read).toEqual(all);
      }
    }
  });

  it('believes nothing of what was being written when it was cut off', async () => {
    await know({ entries: two, changed: null });
    const last = folder.join('fc.json');
    const text = await readFile(last, 'utf8');
    await rm(last);
    await mkdir(join(last, 'in the way'), { recursive: true });
    const published = { amber: said('amber', 'second'), basalt: said('basalt', 'second') };
    await expect(know({ entries: published, changed: null })).rejects.toThrow('fc.json');
    await rm(last, { recursive: true });
    await writeFile(last, text);
    // the publish was taken back: of the commit before, nothing changed
    expect((await know({ entries: two, changed: [] })).known).toEqual({
      amber: 'first',
      basalt: 'first',
    });
  });
});
