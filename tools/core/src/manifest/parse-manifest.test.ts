import { expect, test } from 'vitest';
import { parseManifest } from './parse-manifest.ts';

test('parseManifest() reads a native manifest', () => {
  const { manifest, problems } = parse({
    name: 'tide-table',
    displayName: 'Tide table',
    version: '1.0.0',
    description: ' Shows the tides. ',
    author: 'Tidewater (https://tide.example)',
    license: 'MIT',
    main: './dist/main.js',
    icon: './assets/icon.png',
    categories: ['productivity', 'Data Science'],
    tags: ['Sea', 'sea', ' '],
    keywords: ['moon'],
    repository: 'github:tidewater/tide-table',
    homepage: 'https://user:secret@tide.example/',
    engines: { orchestra: '^1.0.0' },
    permissions: ['network'],
    custom: { kept: true },
  });
  expect(problems).toEqual([]);
  expect(manifest).toMatchObject({
    name: 'tide-table',
    displayName: 'Tide table',
    compat: 'native',
    description: 'Shows the tides.',
    author: 'Tidewater',
    entryFiles: [{ pointer: '/main', path: 'dist/main.js' }],
    icon: 'assets/icon.png',
    categories: ['productivity', 'data'],
    tags: ['sea', 'moon'],
    repository: 'https://github.com/tidewater/tide-table',
    homepage: 'https://tide.example/',
    permissions: ['network'],
  });
  expect(manifest?.raw['custom']).toEqual({ kept: true });
});

test('parseManifest() reads a VS Code manifest, with texts of package.nls.json', () => {
  const nls = JSON.stringify({ name: 'Tide', text: { message: 'Shows', comment: ['…'] } });
  const { manifest } = parse(
    {
      name: 'tide',
      displayName: '%name%',
      description: '%text%',
      main: './out/main',
      browser: './out/web.js',
      engines: { vscode: '^1.90.0' },
      categories: ['Themes', 'Other'],
    },
    nls,
  );
  expect(manifest).toMatchObject({ compat: 'vscode', displayName: 'Tide', description: 'Shows' });
  expect(manifest?.entryFiles.map(({ path }) => path)).toEqual(['out/main', 'out/web.js']);
  expect(manifest?.categories).toEqual(['themes']);
});

test('parseManifest() reads a Raycast manifest, which has no version', () => {
  const { manifest, problems } = parse({
    name: 'tide',
    title: 'Tide table',
    icon: 'logo/icon.png',
    commands: [{ name: 'show', title: 'Show', mode: 'view' }, { title: 'Nameless' }],
    dependencies: { '@raycast/api': '1' },
  });
  expect(problems).toEqual([]);
  expect(manifest).toMatchObject({
    compat: 'raycast',
    displayName: 'Tide table',
    version: undefined,
    icon: 'assets/logo/icon.png',
    entryFiles: [{ pointer: '/commands/0/name', path: 'dist/show.js' }],
  });
});

test.each([
  [{}, 'native'],
  [{ engines: { orchestra: '1' } }, 'native'],
  [{ engines: { vscode: '1' } }, 'vscode'],
  [{ engines: { vscode: '1' }, compat: 'native' }, 'native'],
  [{ commands: [{ name: 'a', mode: 'view' }] }, 'raycast'],
  [{ commands: [{ name: 'a' }] }, 'native'],
  [{ dependencies: { '@raycast/api': '1' } }, 'raycast'],
  [{ dependencies: { react: '1' } }, 'native'],
])('parseManifest() takes %j for %s', (fields, compat) => {
  expect(parse({ name: 'tide', ...fields }).manifest?.compat).toBe(compat);
});

test.each([
  ['{\n  "name": "a",\n}', 'package.json:3:1'],
  ['{\n  // no\n}', 'package.json:2:3'],
  ['{"name": "a"', 'package.json:1:13'],
  ['', 'package.json:1:1'],
  ['[]', 'package.json'],
  ['null', 'package.json'],
  ['"a"', 'package.json'],
])('parseManifest() says where %j is no JSON object', (text, path) => {
  const { manifest, problems } = parseManifest(text);
  expect(manifest).toBeNull();
  expect(problems.map((found) => [found.code, found.path])).toEqual([
    ['manifest-invalid-json', path],
  ]);
});

test.each([
  ['over 1 MiB', JSON.stringify({ name: 'x'.repeat(1024 * 1024) })],
  ['65 levels deep', `${'{"a":'.repeat(64)}{}${'}'.repeat(64)}`],
  ['a million levels deep', '['.repeat(1_000_000)],
])('parseManifest() refuses a manifest of %s', (_what, text) => {
  const { manifest, problems } = parseManifest(text);
  expect(manifest).toBeNull();
  expect(problems.map((found) => found.code)).toEqual(['manifest-too-large']);
});

test('parseManifest() takes 64 levels, and brackets in strings for none', () => {
  const deep = `${'{"a":'.repeat(63)}{}${'}'.repeat(63)}`;
  expect(parseManifest(deep).manifest).not.toBeNull();
  expect(
    parse({ name: 'a', description: '['.repeat(100), x: `"${'['.repeat(100)}\\` }).manifest,
  ).not.toBeNull();
});

test('parseManifest() takes a byte order mark and Windows line ends', () => {
  expect(parseManifest('\uFEFF{\r\n"name": "tide"\r\n}').manifest?.name).toBe('tide');
});

test('parseManifest() names every field of a wrong type, and reads the rest', () => {
  const { manifest, problems } = parse({
    name: 5,
    displayName: ['Tide'],
    version: 1,
    author: 7,
    engines: { orchestra: 1 },
    categories: ['themes', 3],
    permissions: 'network',
    commands: {},
    contributes: [],
    compat: 'emacs',
    description: 'Shows the tides.',
  });
  expect(problems.map((found) => found.path).sort()).toEqual([
    'package.json#/author',
    'package.json#/categories/1',
    'package.json#/commands',
    'package.json#/compat',
    'package.json#/contributes',
    'package.json#/displayName',
    'package.json#/engines/orchestra',
    'package.json#/name',
    'package.json#/permissions',
    'package.json#/version',
  ]);
  expect(new Set(problems.map((found) => found.code))).toEqual(new Set(['manifest-shape']));
  expect(problems.find((found) => found.path.endsWith('/version'))?.message).toBe(
    'version must be string; found 1',
  );
  expect(manifest).toMatchObject({ name: '', description: 'Shows the tides.', permissions: [] });
});

test('parseManifest() reads the rest where one field is wrong more often than errors are told', () => {
  const tags = Array.from({ length: 200 }, () => 1);
  const { manifest, problems } = parse({ name: 'tide', tags, version: 1, license: 'MIT' });
  expect(manifest).toMatchObject({ name: 'tide', tags: [], version: undefined, license: 'MIT' });
  expect(problems.map((found) => found.path)).toContain('package.json#/version');
});

test('parseManifest() checks the values of keys with line breaks', () => {
  const { manifest, problems } = parse({ name: 'tide', engines: { 'a\nb': 5 } });
  expect(problems.map((found) => found.code)).toEqual(['manifest-shape']);
  expect(manifest?.engines).toEqual({});
});

test('parseManifest() takes keys of Object.prototype for keys like any other', () => {
  const text = '{"name":"a","__proto__":{"version":"9.9.9"},"displayName":"%constructor%"}';
  const { manifest } = parseManifest(text, { nls: '{}' });
  expect(manifest).toMatchObject({ version: undefined, displayName: '%constructor%' });
  expect(Object.keys(manifest?.raw ?? {})).toContain('__proto__');
});

test('parseManifest() lets no email into what is shown, not even one of package.nls.json', () => {
  const nls = '{"name":"Tide by jane@tide.io","text":"<mailto:jane@tide.io>"}';
  const fields = {
    name: 'tide',
    displayName: '%name%',
    description: '%text%',
    author: 'jane@tide.io',
  };
  const { manifest } = parse({ ...fields, tags: ['jane@tide.io', 'sea'] }, nls);
  expect({ ...manifest, raw: null }).toMatchObject({ displayName: 'Tide by', author: undefined });
  expect(JSON.stringify({ ...manifest, raw: null })).not.toContain('jane');
});

test('parseManifest() keeps tags short, visible and few', () => {
  const many = Array.from({ length: 40 }, (_, nth) => `tag-${nth}`);
  const { manifest } = parse({
    name: 'tide',
    tags: ['x'.repeat(51), 'a\u202Eb', 'a\u001Bb', ...many],
  });
  expect(manifest?.tags).toEqual(many.slice(0, 30));
});

test('parseManifest() lets bundlers have a browser field of their own', () => {
  const { manifest, problems } = parse({ name: 'tide', compat: 'vscode', browser: { fs: false } });
  expect(problems).toEqual([]);
  expect(manifest?.entryFiles).toEqual([]);
});

test('parseManifest() does without a package.nls.json that is damaged', () => {
  expect(parse({ name: 'tide', displayName: '%name%' }, '{').manifest?.displayName).toBe('%name%');
});

function parse(fields: object, nls?: string) {
  return parseManifest(JSON.stringify(fields), nls === undefined ? {} : { nls });
}
