import type { IndexEntry } from '@orchestra/core';
import { makeEntry, makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { soak } from '@orchestra/testkit/soak';
import { cp, glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSource } from '../testing/make-source.ts';
import { readSite } from '../testing/read-site.ts';
import { buildSite } from './build-site.ts';
import type { SiteSource } from './site-source.ts';

const tidewater = { provider: 'github' as const, id: 7, login: 'tidewater' };
const harbor = { provider: 'github' as const, id: 8, login: 'harbor' };
const lens = { name: 'git-lens', owners: [tidewater], categories: ['git' as const], tags: ['old'] };
const before = [
  makeEntry(lens),
  makeEntry({ name: 'calm-theme', owners: [harbor], categories: ['themes'], tags: ['calm'] }),
  makeEntry({ name: 'loud-theme', owners: [harbor], categories: ['themes'], tags: ['loud'] }),
];
/** A version is published, and with it a tag is no longer used. */
const after = [
  makeEntry({ ...lens, tags: ['new'] }, [{ version: '2.0.0' }, { version: '1.0.0' }]),
  ...before.slice(1),
];

/** An index that knows what changed, and tells what was read of it. */
function followed(
  entries: readonly IndexEntry[],
  { changed, read = [] }: { changed: string[] | null; read?: string[] },
): SiteSource {
  const source = makeSource(entries);
  return {
    ...source,
    changedSince: async () => changed,
    readEntry: (name) => {
      read.push(name);
      return source.readEntry(name);
    },
  };
}

let folder: TemporaryFolder;
const places = (name: string) => ({
  outDirectory: folder.join(name, 'out'),
  workDirectory: folder.join(name, 'work'),
});
const siteOf = (name: string) => readSite(folder.join(name, 'out'));
/** A site that was built of `before`. */
async function copyBuilt(name: string) {
  await cp(folder.join('built'), folder.join(name), { recursive: true });
  return places(name);
}

beforeAll(async () => {
  folder = await makeFolder({ 'after.json': JSON.stringify(after) });
  await buildSite(makeSource(before), places('built'));
  await buildSite(makeSource(after), places('clean'));
});
afterAll(() => folder[Symbol.asyncDispose]());

describe('buildSite() of an index that changed', () => {
  it('renders what a publish touches, reads its entry alone, and ends as a build of all does', async () => {
    const read: string[] = [];
    const at = await copyBuilt('touched');
    const report = await buildSite(followed(after, { changed: ['git-lens'], read }), at);
    // the extension, its publisher, its new tag, its category
    expect(report.pages).toBe(4);
    expect(new Set(read)).toEqual(new Set(['git-lens']));
    expect(report.removed).toEqual(['tags/old/index.html']);
    expect(report.written).toContain('extensions/git-lens/index.html');
    expect(report.written.join()).not.toMatch(/theme|_astro|404/);
    expect(await siteOf('touched')).toEqual(await siteOf('clean'));
  });

  it('does nothing where nothing changed', async () => {
    const at = await copyBuilt('same');
    const report = await buildSite(makeSource(before), at);
    expect(report).toMatchObject({ pages: 0, files: 0, written: [], removed: [] });
  });

  it('compares everything where nobody can tell what changed', async () => {
    const read: string[] = [];
    const at = await copyBuilt('rewritten');
    const report = await buildSite(followed(after, { changed: null, read }), at);
    expect(new Set(read)).toEqual(new Set(after.map(({ name }) => name)));
    expect(report.pages).toBe(4);
    expect(await siteOf('rewritten')).toEqual(await siteOf('clean'));
  });

  it('renders what people decided without reading an entry that didn’t change', async () => {
    const read: string[] = [];
    const at = await copyBuilt('verified');
    const source = { ...followed(before, { changed: [], read }), verified: [harbor] };
    await buildSite({ ...source, commit: 'another' }, at);
    expect(new Set(read)).toEqual(new Set(['calm-theme', 'loud-theme']));
    const page = await readFile(
      folder.join('verified/out/extensions/calm-theme/index.html'),
      'utf8',
    );
    expect(page).toContain('Verified publisher');
  });

  it('makes everything again with another configuration', async () => {
    const at = await copyBuilt('renamed');
    const source = makeSource(before);
    await buildSite({ ...source, config: { ...source.config, name: 'Another name' } }, at);
    for await (const path of glob('**/*.html', { cwd: at.outDirectory }))
      expect(await readFile(join(at.outDirectory, path), 'utf8')).toContain('Another name');
  });

  it('ends the same where the work of earlier builds is gone, or the site', async () => {
    const at = await copyBuilt('workless');
    await rm(at.workDirectory, { recursive: true });
    expect((await buildSite(makeSource(after), at)).pages).toBe(4);
    expect(await siteOf('workless')).toEqual(await siteOf('clean'));
    await rm(at.outDirectory, { recursive: true });
    await buildSite(makeSource(after), at);
    expect(await siteOf('workless')).toEqual(await siteOf('clean'));
  });

  it('shows figures that changed only where a page is made again, or everything is', async () => {
    const at = await copyBuilt('figures');
    const known = { installs: 4711, downloads: 0, rating: { average: null, count: 0 } };
    const figures = async () => new Map(after.map(({ name }) => [name, known]));
    expect((await buildSite({ ...makeSource(after), figures }, at)).pages).toBe(4);
    const report = await buildSite({ ...makeSource(after), figures }, { ...at, everything: true });
    expect(report.pages).toBeGreaterThan(4);
  });
});

describe('buildSite() that is killed', () => {
  const fixture = fileURLToPath(new URL('../testing/build-then-die.ts', import.meta.url));
  const buildElsewhere = (name: string, step: number) =>
    runProcess([
      process.execPath,
      fixture,
      folder.join('after.json'),
      'git-lens',
      folder.join(name, 'out'),
      folder.join(name, 'work'),
      String(step),
    ]);
  let steps = 0;

  it('takes some steps', async () => {
    await copyBuilt('stepped');
    const { exitCode, stdout } = await buildElsewhere('stepped', 0);
    expect(exitCode).toBe(0);
    steps = Number(stdout);
    expect(steps).toBeGreaterThan(10);
  });

  const ways = Array.from({ length: soak(2) }, (_, nth) => nth / (soak(2) - 1));
  const again = 'at %d of its way, it ends the same when repeated';
  it.each(ways)(again, { tags: ['soak'] }, async (way) => {
    const name = `killed-${way}`;
    const at = await copyBuilt(name);
    const killed = await buildElsewhere(name, 1 + Math.round(way * (steps - 1)));
    expect(killed.signal).toBe('SIGKILL');
    await buildSite(makeSource(after), at);
    expect(await siteOf(name)).toEqual(await siteOf('clean'));
  });

  it('goes back to what was there where the publish is taken back', async () => {
    const at = await copyBuilt('back');
    await buildElsewhere('back', Math.round(0.6 * steps));
    await buildSite(makeSource(before), at);
    expect(await siteOf('back')).toEqual(await siteOf('built'));
  });
});
