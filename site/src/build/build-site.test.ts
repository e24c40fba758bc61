import { makeEntry, makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { access, glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from './build-site.ts';
import { findElements } from '../testing/find-elements.ts';
import { makeSource } from '../testing/make-source.ts';

const sha = 'a'.repeat(64);
const docs = {
  'manifest.json': sha,
  'permissions.json': sha,
  'readme.md': sha,
  'changelog.md': sha,
  'icon.png': sha,
};
const hostileText = `"><img src=x onerror="alert('hostile')"><script>alert('hostile')</script>`;
const entries = [
  makeEntry(
    {
      name: 'git-lens',
      displayName: 'Git Lens',
      owners: [{ provider: 'github', id: 7, login: 'lens-makers' }],
      categories: ['git'],
      tags: ['blame', 'c++', 'c#', 'node.js', 'größe', '日本', 'two words', '..', 'a/b', '100%'],
    },
    [
      {
        version: '1.1.0',
        docs,
        permissions: ['filesystem.read', 'system.exec'],
        unclearCode: { mayNeed: ['git'] },
      },
      { version: '1.0.0', status: 'yanked', reason: 'Lost changes' },
    ],
  ),
  makeEntry({
    name: 'hostile',
    displayName: hostileText,
    description: hostileText,
    tags: [hostileText],
    license: hostileText,
    homepage: 'javascript:alert(1)',
  }),
  makeEntry({ name: 'gone', displayName: 'Gone Away', categories: ['git'] }, [
    { version: '1.0.0', status: 'yanked', reason: 'The service was shut down', docs },
  ]),
  makeEntry({ name: 'bad', displayName: 'Bad Actor', categories: ['git'] }, [
    { version: '1.0.0', status: 'quarantined', reason: 'Steals tokens', docs },
  ]),
];

const place = { file: `dist/${hostileText}.js`, line: 3, column: 12 };
const analysis = {
  format: 1,
  permissions: [
    {
      permission: 'system.exec',
      count: 9,
      uses: [{ call: 'cp.exec', place: { ...place, source: { ...place, file: 'src/run.ts' } } }],
    },
  ],
  unresolved: [{ reason: 'evaluated-code', what: hostileText, permissions: ['git'], place }],
  unsupported: [{ feature: 'custom editors', call: 'vscode.custom', place }],
};

const oldChanges = Array.from({ length: 9 }, (_, nth) => `## 0.${9 - nth}.0\n\n- Old.`).join(
  '\n\n',
);

const source = makeSource(entries, {
  featured: ['git-lens', 'gone', 'unknown'],
  verified: [{ provider: 'github', id: 7, login: 'renamed-since' }],
  docs: {
    'git-lens/1.1.0/readme.md': '# Git Lens\n\nShows **blame**.\n\n[guide](docs/guide.md)',
    'git-lens/1.1.0/changelog.md': `# Changelog\n\n## 1.1.0\n\n- Shows blame.\n\n${oldChanges}`,
    'git-lens/1.1.0/manifest.json': JSON.stringify({
      name: 'git-lens',
      author: 'Someone <canary@host.example>',
      repository: 'github:lens-makers/git-lens',
    }),
    'git-lens/1.1.0/permissions.json': JSON.stringify(analysis),
    'gone/1.0.0/readme.md': 'It was nice.',
    'bad/1.0.0/readme.md': 'Install me from https://evil.example',
  },
});

let folder: TemporaryFolder;
const pageText = (path: string) => readFile(folder.join('out', path), 'utf8');

beforeAll(async () => {
  folder = await makeFolder({ 'out/old.html': 'the site before' });
  await buildSite(source, {
    outDirectory: folder.join('out'),
    workDirectory: folder.join('work'),
  });
});
afterAll(() => folder[Symbol.asyncDispose]());

describe('buildSite()', () => {
  it('replaces the site that was there', async () => {
    await expect(pageText('old.html')).rejects.toThrow('ENOENT');
    expect(await pageText('404.html')).toContain('There is nothing at this address');
  });

  it('shows what changed in the newest versions, and keeps the rest at hand', async () => {
    const [, section = ''] = (await pageText('extensions/git-lens/index.html')).split(
      'id="changelog"',
    );
    const [recent = '', older = ''] = section.split('<details');
    expect(recent).toContain('Shows blame');
    expect(recent).toContain('0.6.0');
    expect(recent).not.toContain('0.5.0');
    expect(older).toContain('0.5.0');
  });

  it('shows everything that an extension’s page should say', async () => {
    const page = await pageText('extensions/git-lens/index.html');
    expect(page).toContain('<strong>blame</strong>');
    expect(page).toContain('<li>Shows blame.</li>');
    expect(page).toContain(
      'href="https://github.com/lens-makers/git-lens/blob/HEAD/docs/guide.md"',
    );
    expect(page).toContain('src="http://registry.example/docs-files/git-lens/1.1.0/icon.png"');
    expect(page).toContain('orchestra ext install git-lens');
    expect(page).toContain('Verified publisher');
    expect(page).toContain('Read and search the files of your workspace.');
    expect(page).toMatch(/permission-dangerous[^>]*data-permission="system\.exec"/);
    expect(page).toMatch(/Yanked[\s\S]*Lost changes/);
  });

  it('says that an extension needs no permissions', async () => {
    expect(await pageText('extensions/hostile/index.html')).toContain('Needs no permissions');
  });

  it('says that a person cleared code that nobody can tell, and what it may do', async () => {
    const page = await pageText('extensions/git-lens/index.html');
    const [, unclear = ''] = page.split('permissions-unclear');
    expect(unclear).toMatch(/looked at it and cleared it\. It may also do this:/);
    expect(unclear).toMatch(/data-maybe="git"[\s\S]*Use git/);
    expect(page).toMatch(/Now maybe, in code that nobody can tell: Use git/);
  });

  it('shows where the code needs a permission, and what nobody can tell', async () => {
    const page = await pageText('extensions/git-lens/index.html');
    const [, exec = ''] = page.split('data-permission="system.exec"');
    expect(exec).toMatch(/<code>cp\.exec<\/code>[\s\S]*:3:12[\s\S]*from src\/run\.ts:3:12/);
    expect(exec).toContain('and 8 more');
    expect(exec).toMatch(/Code that can’t be told[\s\S]*It may need git\./);
    expect(exec).toMatch(/What Orchestra does not have[\s\S]*custom editors/);
    expect(await pageText('extensions/hostile/index.html')).not.toContain('code-places');
  });

  it('escapes what manifests say, and links nothing but web pages', async () => {
    for (const path of [
      'index.html',
      'search/index.html',
      'extensions/hostile/index.html',
      'extensions/git-lens/index.html',
    ]) {
      const page = await pageText(path);
      expect(page).toContain('&lt;script&gt;alert(');
      for (const { properties } of findElements(page)) {
        expect(properties).not.toHaveProperty('onError');
        expect(String(properties['href'])).not.toContain('javascript:');
      }
    }
  });

  it('writes no script into a page', async () => {
    for await (const path of glob('**/*.html', { cwd: folder.join('out') })) {
      const all = findElements(await pageText(path)).filter((e) => e.tagName === 'script');
      const scripts = all.filter(({ properties }) => properties['type'] !== 'application/ld+json');
      expect(scripts.length).toBeGreaterThan(0);
      for (const { properties, children } of scripts) {
        expect(properties['src']).toMatch(/^\/_astro\//);
        expect(children).toEqual([]);
      }
    }
  });

  it('tells machines what each page is about', async () => {
    const page = findElements(await pageText('extensions/hostile/index.html'));
    const data = page.find(({ properties }) => properties['type'] === 'application/ld+json');
    const [text] = data?.children ?? [];
    expect(text?.type === 'text' && JSON.parse(text.value)).toMatchObject({
      '@type': 'SoftwareApplication',
      name: hostileText,
      description: hostileText,
    });
    for await (const path of glob('**/*.html', { cwd: folder.join('out') })) {
      const named = findElements(await pageText(path)).map((e) => e.properties);
      const content = (property: string) =>
        String(named.find((of) => of['property'] === property)?.['content']);
      const image = new URL(content('og:image'));
      expect(image.origin).toBe('http://registry.example');
      await expect(access(folder.join('out', image.pathname))).resolves.toBeUndefined();
      expect(content('og:title')).not.toBe('');
      const feeds = named.filter((of) => of['type'] === 'application/atom+xml');
      for (const { href } of feeds) await access(folder.join('out', String(href)));
      const canonical = named.find((of) => [of['rel']].flat().includes('canonical'));
      const hidden = named.some((of) => of['name'] === 'robots' && of['content'] === 'noindex');
      expect(hidden).toBe(canonical === undefined);
    }
  });

  it('keeps the page of what was withdrawn, says why, and lists it nowhere', async () => {
    const gone = await pageText('extensions/gone/index.html');
    expect(gone).toContain('The service was shut down');
    expect(gone).toContain('It was nice.');
    expect(gone).not.toContain('orchestra ext install');
    const bad = await pageText('extensions/bad/index.html');
    expect(bad).toContain('Steals tokens');
    expect(bad).not.toMatch(/evil\.example|Needs no permissions/);
    expect(bad).not.toContain('bad-1.0.0.tar.gz');
    for (const path of [
      'index.html',
      'search/index.html',
      'search/popular.json',
      'categories/git/index.html',
    ])
      expect(await pageText(path)).not.toMatch(/Gone Away|Bad Actor/);
  });

  it('writes a page for every publisher and tag, and lists everything by name', async () => {
    expect(await pageText('publishers/lens-makers/index.html')).toContain('Verified publisher');
    for (const tag of ['blame', 'c++', 'c#', 'node.js', 'größe', '日本', 'two words'])
      expect(await pageText(`tags/${tag}/index.html`)).toContain('Git Lens');
    expect(await readdir(folder.join('out/tags'))).toHaveLength(7);
    const list = await pageText('browse/1/index.html');
    expect(list).toContain('href="/extensions/git-lens/"');
    expect(list).not.toMatch(/Gone Away|Bad Actor/);
  });

  it('lists everything live on the search page, for whoever has no scripts', async () => {
    const page = await pageText('search/index.html');
    expect(page).toContain('data-name="git-lens"');
    expect(page).toContain('data-name="hostile"');
    expect(JSON.parse(await pageText('search/popular.json'))).toHaveLength(2);
  });

  it('shows no email', async () => {
    for await (const path of glob('**/*.{html,json}', { cwd: folder.path }))
      expect(await readFile(join(folder.path, path), 'utf8')).not.toContain('canary@');
  });

  it('keeps the site that was there where the build fails', async () => {
    const [git] = source.categories;
    const titles = [{ ...git, title: 5 as never }] as typeof source.categories;
    const built = buildSite(
      { ...source, categories: titles },
      { outDirectory: folder.join('out'), workDirectory: folder.join('work-failing') },
    );
    await expect(built).rejects.toMatchObject({
      code: 'site-build-failed',
      message: expect.stringContaining('is not what its page shows'),
    });
    expect(await pageText('index.html')).toContain('Test registry');
  });

  it('builds several registries at once, one of them below a path', async () => {
    const sites = ['http://one.example', 'http://two.example/registry'];
    await Promise.all(
      sites.map((site, nth) =>
        buildSite(makeSource([makeEntry({ name: `only-${nth}` })], { site }), {
          outDirectory: folder.join(`out-${nth}`),
          workDirectory: folder.join(`work-${nth}`),
        }),
      ),
    );
    const [one, two] = await Promise.all(
      sites.map((_, nth) => readFile(folder.join(`out-${nth}`, 'index.html'), 'utf8')),
    );
    expect(one).toContain('href="/extensions/only-0/"');
    expect(two).toContain('href="/registry/extensions/only-1/"');
    expect(two).not.toMatch(/(?:href|src|action)="\/(?!registry\/)/);
  });
});
