import { sha256Hex } from '@orchestra/core/node';
import { type SearchItem, toSearchRow } from '@orchestra/search';
import { expect, test } from 'vitest';
import { makePackage } from '../../tools/api/test/make-package.ts';
import { startApi } from '../../tools/api/test/start-api.ts';
import { makeWorld, type World } from './make-world.ts';
import { recordApi } from './record-api.ts';

const item = (name: string, more: Partial<SearchItem> = {}): SearchItem => ({
  name,
  displayName: name,
  description: 'Shows the sea',
  compat: 'native',
  categories: ['productivity'],
  tags: ['water'],
  publishers: ['tidewater'],
  updatedAt: Date.UTC(2026, 0, 1),
  featured: false,
  verified: false,
  version: '1.0.0',
  icon: null,
  permissions: [],
  mayNeed: [],
  installs: 0,
  downloads: 0,
  rating: { average: null, count: 0 },
  ...more,
});

const items = [
  item('tide-table', { updatedAt: Date.UTC(2026, 2, 1) }),
  item('tide'),
  item('moon', { description: 'Makes the tide', compat: 'vscode', tags: ['Night'], installs: 3 }),
  item('lamp', { displayName: 'Lámp', publishers: ['lantern'], categories: ['themes'] }),
];

/** Puts what the site publishes where it is looked for. */
function publishSite({ registry }: World): void {
  const directory = { format: 1, total: 5, popular: 4, words: ['la', 'wh'] };
  const whale = item('whale', { permissions: ['network'] });
  for (const [path, content] of Object.entries({
    'index.json': directory,
    'popular.json': items.map(toSearchRow),
    'words-la.json': items.slice(3).map(toSearchRow),
    'words-wh.json': [toSearchRow(whale)],
  })) {
    registry.files.set(`/search/${path}`, JSON.stringify(content));
  }
}

async function names(world: World, ...args: string[]): Promise<string[]> {
  const ended = await world.cli(['search', ...args, '--json']);
  expect(ended.exitCode).toBe(0);
  const { from, data } = JSON.parse(ended.stdout);
  expect(from).toBe('site');
  return data.map(({ name }: { name: string }) => name);
}

test.each([
  [
    'earlier',
    '{"format":1,"total":1,"popular":1,"words":[]}',
    '[["tide-table","Tide table","Shows the sea","native",["productivity"],["sea"],["tidewater"],1772323200000,0,0,"1.2.0",null,["network"],7,40,null,0]]',
  ],
  [
    'later',
    '{"format":1,"total":1,"popular":1,"words":[],"columns":["name","displayName","description","compat","categories","tags","publishers","updatedAt","featured","verified","version","icon","permissions","installs","downloads","average","ratings","mayNeed","languages"],"more":{}}',
    '[["tide-table","Tide table","Shows the sea","native",["productivity"],["sea"],["tidewater"],1772323200000,0,0,"1.2.0",null,["network"],7,40,null,0,[],["en"]]]',
  ],
])('search reads the files of a site of an %s release', async (_which, directory, popular) => {
  await using world = await makeWorld();
  world.registry.files.set('/search/index.json', directory);
  world.registry.files.set('/search/popular.json', popular);
  expect(await names(world, 'tide', '--permission', 'network')).toEqual(['tide-table']);
});

test('search asks the API, with all that it is asked for', async () => {
  await using api = await startApi();
  await using world = await makeWorld({ api: `${api.origin}/api/v1` });
  const { bytes } = await makePackage();
  expect((await api.publish(bytes)).status).toBe(201);
  const search = async (...args: string[]) => {
    const ended = await world.cli(['search', ...args, '--json']);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    return JSON.parse(ended.stdout);
  };
  expect(await search('tide')).toMatchObject({
    from: 'api',
    data: [{ name: 'tide-table', version: '1.0.0' }],
    meta: { total: 1, page: 1, per_page: 20, last_page: 1 },
  });
  const filters = ['--category', 'productivity', '--compat', 'native', '--tag', 'sea'];
  const more = ['--permission', 'network', '--publisher', 'tide', '--sort', 'recent'];
  expect((await search(...filters, ...more, '--limit', '5')).data).toHaveLength(1);
  for (const other of [
    ['--category', 'themes'],
    ['--compat', 'vscode'],
    ['--tag', 'land'],
    ['--permission', 'terminal'],
    ['--publisher', 'moon'],
    ['--page', '2'],
  ]) {
    expect((await search('tide', ...other)).data).toEqual([]);
  }
});

test('search names every option that makes no sense', async () => {
  await using world = await makeWorld();
  const args = ['x', '--limit', '0', '--compat', 'atom', '--sort', 'best', '--page', 'one'];
  const ended = await world.cli(['search', ...args, '--json']);
  const { error } = JSON.parse(ended.stdout);
  expect(error.code).toBe('usage');
  for (const option of ['--limit', '--compat', '--sort', '--page']) {
    expect(error.message).toContain(option);
  }
  expect(error.message).toContain("found 'atom'");
});

test('search finds what the site knows where the registry has no API', async () => {
  await using world = await makeWorld();
  publishSite(world);
  expect(await names(world, 'tide')).toEqual(['tide', 'tide-table', 'moon']);
  expect(await names(world, 'TIDE', 'tab')).toEqual(['tide-table']);
  expect(await names(world, 'lamp')).toEqual(['lamp']);
  expect(await names(world, 'nothing-like-it')).toEqual([]);
  expect(await names(world)).toEqual(['tide-table', 'lamp', 'moon', 'tide']);
  expect(await names(world, '--sort', 'name')).toEqual(['lamp', 'moon', 'tide', 'tide-table']);
  expect(await names(world, 'tide', '--sort', 'recent')).toEqual(['tide-table', 'moon', 'tide']);
  expect(await names(world, 'tide', '--compat', 'vscode')).toEqual(['moon']);
  expect(await names(world, '--category', 'themes')).toEqual(['lamp']);
  expect(await names(world, '--tag', 'night')).toEqual(['moon']);
  expect(await names(world, '--publisher', 'Lantern')).toEqual(['lamp']);
  expect(await names(world, '--sort', 'popular')).toEqual(['moon', 'tide-table', 'lamp', 'tide']);
  expect(await names(world, 'tide', '--limit', '2', '--page', '2')).toEqual(['moon']);
  expect(await names(world, 'whale', '--permission', 'network')).toEqual(['whale']);
  const { stdout, stderr } = await world.cli(['search', 'tide', '--limit', '1']);
  expect(stdout).toMatch(/^tide +1\.0\.0 +native +Shows the sea\n2 more: --page 2\n$/);
  expect(stderr).toBe('');
});

test('search asks the site where the API is gone or answers nonsense, and says so', async () => {
  await using api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  publishSite(world);
  expect(await names(world, 'lamp')).toEqual(['lamp']);
  await api[Symbol.asyncDispose]();
  const ended = await world.cli(['search', 'lamp']);
  expect(ended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('lamp') });
  expect(ended.stderr).toMatch(/^Found on its site, since the API failed: .* can't be reached/);
});

test('search tells all that it tried where neither API nor site answers', async () => {
  await using world = await makeWorld();
  for (const content of [null, '[["tide"]]', 'no JSON']) {
    if (content !== null) world.registry.files.set('/search/index.json', content);
    const ended = await world.cli(['search', 'tide', '--json']);
    const { error } = JSON.parse(ended.stdout);
    expect(error).toMatchObject({ code: 'registry-failed' });
    expect(error.message).toContain('has no API');
    expect(error.message).toContain(`${world.registry.url}/search/index.json`);
    expect(error.hint).toContain(world.registry.url);
  }
});

test('show needs no API, and says what it does not know without one', async () => {
  await using api = await recordApi();
  await using world = await makeWorld({ api: api.url });
  await using without = await makeWorld();
  const files = { 'package.json': '{"name":"tide","version":"1.0.0"}' };
  for (const { registry } of [world, without]) await registry.publish(files);
  const silent = await without.cli(['show', 'tide', '--json']);
  expect(silent).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(silent.stdout)).toMatchObject({ rating: null, installs: null });
  const noted = await world.cli(['show', 'tide']);
  expect(noted).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1.0.0') });
  expect(noted.stderr).toMatch(/^Its rating and installs are not known: /);
});

test('show tells rating and installs as the API does', async () => {
  const known = { rating: { average: 4.25, count: 4 }, installs: 1234 };
  await using world = await makeWorld();
  await using asking = await makeWorld({ api: `${world.registry.url}/api` });
  await asking.registry.publish({ 'package.json': '{"name":"tide","version":"1.0.0"}' });
  world.registry.files.set('/api/extensions/tide', JSON.stringify({ data: { item: known } }));
  expect(JSON.parse((await asking.cli(['show', 'tide', '--json'])).stdout)).toMatchObject(known);
  const { stdout } = await asking.cli(['show', 'tide']);
  expect(stdout).toMatch(/rating +★ 4\.3 \(4 ratings\)\ninstalls +1,234/);
});

test('show tells where each permission is needed, and goes on where that is not what was stored', async () => {
  await using world = await makeWorld();
  const place = { file: 'dist/main.js', line: 1, column: 20 };
  const uses = [{ call: 'fetch', place }];
  const analysis = { format: 1, permissions: [{ permission: 'network', count: 1, uses }] };
  const text = JSON.stringify({ ...analysis, unresolved: [], unsupported: [] });
  await world.registry.publish(
    { 'package.json': '{"name":"tide","version":"1.0.0","permissions":["network"]}' },
    { docs: { 'permissions.json': sha256Hex(Buffer.from(text)) } },
  );
  const at = '/docs/tide/1.0.0/permissions.json';
  world.registry.files.set(at, text);
  const shown = await world.cli(['show', 'tide']);
  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout).toContain('network  dist/main.js:1:20  fetch\n');
  const json = async () => JSON.parse((await world.cli(['show', 'tide', '--json'])).stdout);
  expect(await json()).toMatchObject({ analysis });

  world.registry.files.set(at, text.replace('fetch', 'sleep'));
  expect(await json()).toMatchObject({ analysis: null });
  world.registry.files.delete(at);
  const without = await world.cli(['show', 'tide']);
  expect(without).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1.0.0') });
  expect(without.stderr).toBe('What its code uses is not known: permissions.json is missing\n');
});
