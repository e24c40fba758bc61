import type { IndexEntry, IndexVersion } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { describe, expect, it } from 'vitest';
import { makeSource } from '../../testing/make-source.ts';
import { shownVersion } from '../facts/shown-version.ts';
import { readLinks, repositoryFiles } from './read-links.ts';

const docs = { 'manifest.json': 'a'.repeat(64) };
const source = { repositoryId: 7, repository: 'tidewater/pinned' };

async function linksOf(
  facts: Partial<IndexEntry>,
  version: Partial<IndexVersion> = {},
  repository: unknown = 'github:tidewater/claimed',
) {
  const entry = makeEntry({ name: 'tide', ...facts }, [{ version: '1.0.0', docs, ...version }]);
  const read: string[] = [];
  const manifest = JSON.stringify({ name: 'tide', repository });
  const made = makeSource([entry], { docs: { 'tide/1.0.0/manifest.json': manifest } });
  const readDoc: typeof made.readDoc = (of) => {
    read.push(of.path);
    return made.readDoc(of);
  };
  const from = { version: shownVersion(entry), source: { ...made, readDoc } };
  return { ...(await readLinks(entry, from)), read };
}

describe('readLinks()', () => {
  it('takes the pinned repository, whatever the manifest claims', async () => {
    expect(await linksOf({ source, homepage: 'https://tide.example/' })).toEqual({
      homepage: 'https://tide.example/',
      repository: 'https://github.com/tidewater/pinned',
      read: ['manifest.json'],
    });
  });

  it('takes the folder of the pinned repository that the manifest names', async () => {
    const folderOf = async (url: string) =>
      (await linksOf({ source }, {}, { url, directory: 'packages/tide' })).repository;
    expect(await folderOf('github:Tidewater/Pinned')).toBe(
      'https://github.com/Tidewater/Pinned/tree/HEAD/packages/tide',
    );
    expect(await folderOf('github:tidewater/claimed')).toBe('https://github.com/tidewater/pinned');
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
    const folder = 'https://github.com/o/r/tree/HEAD/packages/tide';
    expect(repositoryFiles({ homepage: null, repository: folder })).toBe(`${files}packages/tide/`);
    expect(repositoryFiles({ homepage: 'https://o.example/r', repository: null })).toBeNull();
  });
});
