import { changeCurated } from '@orchestra/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;

const extensions = [
  {
    name: 'anchor',
    displayName: 'Anchor',
    categories: ['git'],
    tags: ['ship'],
    permissions: ['git'],
  },
  { name: 'buoy', displayName: 'Buoy', categories: ['git', 'data'], permissions: [] },
  { name: 'compass', displayName: 'Compass', categories: ['data'], permissions: ['network'] },
  { name: 'dinghy', engines: { vscode: '^1.90.0' }, categories: ['Themes'], permissions: [] },
];

beforeAll(async () => {
  api = await startApi();
  for (const fields of extensions) {
    const token = fields.name === 'dinghy' ? api.tokens.moon : api.tokens.tide;
    expect((await api.publish((await makePackage(fields)).bytes, { token })).status).toBe(201);
  }
});
afterAll(() => api[Symbol.asyncDispose]());

test.each([
  ['', ['dinghy', 'compass', 'buoy', 'anchor']],
  ['?sort=name', ['anchor', 'buoy', 'compass', 'dinghy']],
  ['?sort=recent', ['dinghy', 'compass', 'buoy', 'anchor']],
  ['?without=git&sort=name', ['buoy', 'compass', 'dinghy']],
  ['?permission=network&without=network', []],
  ['?q=comp', ['compass']],
  ['?q=compas', ['compass']],
  ['?q=nothing-like-it', []],
  ['?q=comapss', ['compass']],
  ["?q=anchor'%20or%20true--", []],
  ['?q=%00%ED%A0%80', []],
  ['?q=!%26|', []],
  ['?q=%20', ['dinghy', 'compass', 'buoy', 'anchor']],
  ['?category=git&sort=name', ['anchor', 'buoy']],
  ['?category=data&permission=network', ['compass']],
  ['?compat=vscode', ['dinghy']],
  ['?tag=SHIP', ['anchor']],
  ['?publisher=Moon', ['dinghy']],
  ['?publisher=nobody', []],
  ['?sort=name&per_page=3', ['anchor', 'buoy', 'compass']],
  ['?sort=name&per_page=3&page=2', ['dinghy']],
  ['?sort=name&page=99', []],
])('GET /extensions%s lists %j', async (query, names) => {
  const { status, body } = await api.send(`/extensions${query}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ data: names.map((name) => expect.objectContaining({ name })) });
});

test('a page of a list says how many there are', async () => {
  const { body } = await api.send('/extensions?per_page=3&page=2');
  expect(body).toMatchObject({ meta: { total: 4, page: 2, per_page: 3, last_page: 2 } });
});

test('an item has what a card shows, and nothing else', async () => {
  const { body } = await api.send('/extensions?q=anchor');
  expect(body).toEqual({
    data: [
      {
        name: 'anchor',
        displayName: 'Anchor',
        description: 'Shows the tides of the day.',
        compat: 'native',
        categories: ['git'],
        tags: ['ship'],
        license: 'MIT',
        owners: ['tide'],
        verified: false,
        featured: false,
        version: '1.0.0',
        permissions: ['git'],
        mayNeed: [],
        icon: null,
        rating: { average: null, count: 0 },
        installs: 0,
        downloads: 0,
        createdAt: expect.stringMatching(/^2026-03-01T/),
        updatedAt: expect.stringMatching(/^2026-03-01T/),
      },
    ],
    meta: { total: 1, page: 1, per_page: 20, last_page: 1 },
  });
});

test.each([
  'sort=best',
  'category=gardening',
  'compat=emacs',
  'permission=everything',
  'page=0',
  'page=-1',
  'page=1.5',
  'page=two',
  'page=100001',
  'per_page=0',
  'per_page=101',
  `q=${'x'.repeat(201)}`,
  `q=${'x'.repeat(10_000)}`,
  `tag=${'x'.repeat(101)}`,
  'tag=a%00b',
  'publisher=%00',
  'without=everything',
  'sort=name&sort=recent',
])('GET /extensions?%s is refused', async (query) => {
  const answer = await api.send(`/extensions?${query}`);
  expect(answer).toMatchObject({ status: 400, body: { code: 'usage', hint: expect.any(String) } });
});

test('GET /extensions/featured shows what was chosen, in order', async () => {
  expect((await api.send('/extensions/featured')).body).toEqual({ data: [] });
  await changeCurated(
    {
      message: 'Feature two',
      change: () => ({
        featured: ['compass', 'unknown', 'anchor'],
        verified: [{ provider: 'local', id: 1, login: 'tide' }],
      }),
    },
    { index: api.registry.index, now: () => new Date('2026-03-02T00:00:00.000Z') },
  );
  await api.mirror();
  const { body } = await api.send('/extensions/featured');
  expect(body).toMatchObject({
    data: [{ name: 'compass', featured: true, verified: true }, { name: 'anchor' }],
  });
});

test('GET /extensions/categories counts what is live', async () => {
  const { body } = await api.send('/extensions/categories');
  expect(body).toMatchObject({
    data: expect.arrayContaining([
      { id: 'git', title: 'Git', description: expect.any(String), count: 2 },
      { id: 'themes', title: 'Themes', description: expect.any(String), count: 1 },
      { id: 'ai', title: 'AI', description: expect.any(String), count: 0 },
    ]),
  });
});
