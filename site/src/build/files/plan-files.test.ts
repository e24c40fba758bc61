import { makeEntry } from '@orchestra/testkit';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePlanContext } from '../../testing/make-plan-context.ts';
import { planFiles } from './plan-files.ts';

const sha = 'a'.repeat(64);
const hostile = `</title>]]><script>alert('hostile')</script>& \u202Eשלום 🚀 ${'w'.repeat(100)}\u0007`;
const entries = [
  makeEntry({ name: 'git-lens', displayName: 'Git <Lens>', categories: ['git'], tags: ['blame'] }, [
    { version: '1.1.0', docs: { 'changelog.md': sha, 'icon.png': sha } },
    { version: '1.0.1', status: 'yanked', reason: 'Lost changes' },
    { version: '1.0.0' },
  ]),
  makeEntry({ name: 'hostile', displayName: hostile, description: hostile, tags: [hostile] }),
  makeEntry({ name: 'bad' }, [
    { version: '1.0.0', status: 'quarantined', docs: { 'changelog.md': sha } },
  ]),
];
const docs = {
  'git-lens/1.1.0/changelog.md': '## 1.1.0\n\n- Shows <b>blame</b>.\n\n## 1.0.1\n\n- Lost.',
  'git-lens/1.1.0/icon.png': 'not an image',
  'bad/1.0.0/changelog.md': '## 1.0.0\n\nSee https://evil.example',
};
type Facts = Parameters<typeof makePlanContext>[1];
const facts: Facts = {
  docs,
  categories: [{ id: 'git', title: 'Git', description: 'History.' }],
};

/** Every planned file of a registry, made. */
async function makeFiles(of = entries, changes: Facts = facts) {
  const files = new Map<string, string | Uint8Array>();
  for (const file of planFiles(await makePlanContext(of, changes)))
    files.set(file.path, await file.make());
  return files;
}

async function keysOf(of: typeof entries, changes: Facts = facts) {
  const files = [...planFiles(await makePlanContext(of, changes))];
  return new Map(files.map(({ path, key }) => [path, key]));
}

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ['entry', 'url', 'sitemap'].includes(name),
});
const titlesOf = (feed: string | Uint8Array | undefined) =>
  (parser.parse(String(feed)).feed.entry ?? []).map(({ title }: { title: string }) => title);

describe('planFiles()', () => {
  it('plans feeds of everything, and of each category, publisher and extension', async () => {
    const files = await makeFiles();
    const [, owner] = /feeds\/publishers\/(.+)\.atom/.exec([...files.keys()].join('\n')) ?? [];
    expect([...files.keys()].filter((path) => path.endsWith('.atom'))).toEqual([
      'feeds/new.atom',
      'feeds/updated.atom',
      'feeds/categories/git.atom',
      `feeds/publishers/${owner}.atom`,
      'feeds/extensions/bad.atom',
      'feeds/extensions/git-lens.atom',
      'feeds/extensions/hostile.atom',
    ]);
    expect(titlesOf(files.get('feeds/categories/git.atom'))).toEqual(['Git <Lens> 1.1.0']);
    expect(titlesOf(files.get('feeds/new.atom'))).toHaveLength(2);
  });

  it('tells of versions that are offered, with what the changelog says of them', async () => {
    const files = await makeFiles();
    const feed = String(files.get('feeds/extensions/git-lens.atom'));
    expect(titlesOf(feed)).toEqual(['Git <Lens> 1.1.0', 'Git <Lens> 1.0.0']);
    expect(feed).toContain('/extensions/git-lens/#v1.1.0');
    expect(parser.parse(feed).feed.entry[0].content).toContain('Shows &lt;b&gt;blame&lt;/b&gt;');
    expect(feed).not.toContain('- Lost.');
    expect(String(files.get('feeds/extensions/bad.atom'))).not.toContain('evil.example');
  });

  it('writes valid XML, whatever the texts hold', async () => {
    for (const [path, content] of await makeFiles()) {
      if (!/\.(?:atom|xml|svg)$/.test(path)) continue;
      expect([path, XMLValidator.validate(String(content))]).toEqual([path, true]);
      expect(String(content)).not.toContain('<script');
      expect(String(content)).not.toContain('\u0007');
    }
  });

  it('draws an image for each extension that is offered, and one for all else', async () => {
    const images = [...(await makeFiles())].filter(([path]) => path.startsWith('og'));
    expect(images.map(([path]) => path)).toEqual(['og.png', 'og/git-lens.png', 'og/hostile.png']);
    for (const [, bytes] of images)
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
  });

  it('says on badges what is known, and of what was withdrawn that it was', async () => {
    const figures = new Map([
      ['git-lens', { installs: 1234, downloads: 5, rating: { average: 4.5, count: 2 } }],
    ]);
    const files = await makeFiles(entries, { ...facts, figures: async () => figures });
    const titleOf = (path: string) => parser.parse(String(files.get(path))).svg.title;
    expect(titleOf('badges/git-lens/version.svg')).toBe('orchestra: v1.1.0');
    expect(titleOf('badges/git-lens/installs.svg')).toBe('installs: 1.2K');
    expect(titleOf('badges/git-lens/rating.svg')).toBe('rating: 4.5/5 (2)');
    expect(titleOf('badges/hostile/installs.svg')).toBe('installs: –');
    expect(titleOf('badges/bad/version.svg')).toBe('orchestra: withdrawn');
  });

  it('names every page in the sitemap that may be found', async () => {
    const files = await makeFiles();
    expect(String(files.get('robots.txt'))).toContain(
      'Sitemap: http://registry.example/sitemap.xml',
    );
    const [first] = parser.parse(String(files.get('sitemap.xml'))).sitemapindex.sitemap;
    const path = first.loc.replace('http://registry.example/', '');
    const urls = parser.parse(String(files.get(path))).urlset.url;
    const paths = urls.map(({ loc }: { loc: string }) => new URL(loc).pathname);
    for (const page of ['/', '/extensions/git-lens/', '/categories/git/', '/tags/blame/'])
      expect(paths).toContain(page);
    expect(paths).not.toContain('/extensions/bad/');
    expect(urls).toContainEqual({
      loc: 'http://registry.example/extensions/git-lens/',
      lastmod: first.lastmod,
    });
  });

  it('makes icons of the sizes that the web manifest says', async () => {
    const files = await makeFiles();
    const { icons } = JSON.parse(String(files.get('site.webmanifest')));
    expect(icons).toHaveLength(3);
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(files.get(src.slice(1))).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  it('makes nothing again for figures alone', async () => {
    const figures = new Map([
      ['git-lens', { installs: 9, downloads: 9, rating: { average: null, count: 0 } }],
    ]);
    const after = await keysOf(entries, { ...facts, figures: async () => figures });
    expect(after).toEqual(await keysOf(entries));
  });

  it('serves parts of the engine as they are, and none where there are none', async () => {
    const engines = [{ path: 'engines/isolated-vm-1.0.0/x.node', file: import.meta.filename }];
    const files = await makeFiles(entries, { ...facts, engines });
    expect(files.get('engines/isolated-vm-1.0.0/x.node')).toEqual(
      await readFile(import.meta.filename),
    );
    const without = await keysOf(entries);
    expect([...without.keys()].filter((path) => path.startsWith('engines/'))).toEqual([]);
  });

  it('makes again what a publish changes, and nothing of others', async () => {
    const published = [
      makeEntry(
        { name: 'git-lens', displayName: 'Git <Lens>', categories: ['git'], tags: ['blame'] },
        [{ version: '1.2.0' }, { version: '1.1.0' }],
      ),
      ...entries.slice(1),
    ];
    const before = await keysOf(entries);
    const changed = [...(await keysOf(published))].filter(
      ([path, key]) => before.get(path) !== key,
    );
    const paths = changed.map(([path]) => path);
    for (const path of [
      'feeds/updated.atom',
      'feeds/categories/git.atom',
      'feeds/extensions/git-lens.atom',
      'badges/git-lens/version.svg',
      'og/git-lens.png',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => path.includes('hostile'))).toEqual([]);
    expect(paths).not.toContain('feeds/new.atom');
  });
});
