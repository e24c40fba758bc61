import type { IndexEntry, IndexVersion } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { describe, expect, it } from 'vitest';
import { makeSource } from '../../testing/make-source.ts';
import { shownVersion } from '../facts/shown-version.ts';
import { readLinks, repositoryFiles } from './read-links.ts';

const docs = { 'manifest.json': 'a'.repeat(64) };
const source = { repositoryId: 7, repository: 'tidewater/pinned' };

async function linksOf(facts: Partial<IndexEntry>, version: Partial<IndexVersion> = {}) {
  const entry = makeEntry({ name: 'tide', ...facts }, [{ version: '1.0.0', docs, ...version }]);
  const read: string[] = [];
  const manifest = JSON.stringify({ name: 'tide', repository: 'github:tidewater/claimed' });
  const made = makeSource([entry], { docs: { 'tide/1.0.0/manifest.json': manifest } });
  const readDoc: typeof made.readDoc = (of) => {
    read.push(of.path);
    return made.readDoc(of);
  };
  const from = { version: shownVersion(entry), source: { ...made, readDoc } };
  return { ...(await readLinks(entry, from)), read };
}

describe('readLinks()', () => {
  it('takes the pinned repository, and then reads no manifest', async () => {
    expect(await linksOf({ source, homepage: 'https://tide.example/' })).toEqual({
      homepage: 'https://tide.example/',
      repository: 'https://github.com/tidewater/pinned',
      read: [],
    });
  });

  it('takes what the manifest claims where none is pinned', async () => {
    expect(await linksOf({ homepage: 'javascript:alert(1)' })).toEqual({
      homepage: null,
      repository: 'https://github.com/tidewater/claimed',
      read: ['manifest.json'],
    });
    expect(await linksOf({}, { docs: {} })).toMatchObject({ repository: null, read: [] });
  });

  it('shows no links of a quarantined version', async () => {
    const links = await linksOf(
      { source, homepage: 'https://x.example' },
      { status: 'quarantined' },
    );
    expect(links).toEqual({ homepage: null, repository: null, read: [] });
  });
});

describe('repositoryFiles()', () => {
  it('knows the addresses of files on GitHub, and nowhere else', () => {
    const repository = 'https://github.com/o/r.git';
    const files = 'https://github.com/o/r/blob/HEAD/';
    expect(repositoryFiles({ homepage: null, repository })).toBe(files);
    expect(repositoryFiles({ homepage: repository, repository: null })).toBe(files);
    expect(repositoryFiles({ homepage: 'https://o.example/r', repository: null })).toBeNull();
  });
});
