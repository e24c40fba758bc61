import { entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import { DatabaseCatalog } from '@orchestra/db';
import { type GitIndex, openRegistry } from '@orchestra/registry';
import { makeEntry, makeFolder } from '@orchestra/testkit';
import { makeDatabase } from '@orchestra/testkit/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IndexMirror } from './index-mirror.ts';
import { localConfig } from './local-config.ts';

const config = localConfig('http://127.0.0.1:4400');

let world: AsyncDisposableStack;
let index: GitIndex;
let mirror: IndexMirror;
let names: () => Promise<string[]>;
let errors: unknown[];

beforeEach(async () => {
  world = new AsyncDisposableStack();
  const folder = world.use(await makeFolder());
  const registry = world.use(await openRegistry(folder.path, { config }));
  const database = world.use(await makeDatabase());
  index = registry.index;
  errors = [];
  const onError = (error: unknown) => errors.push(error);
  mirror = world.use(new IndexMirror({ registry, database, onError }));
  const catalog = new DatabaseCatalog(database, { config: () => config });
  names = async () => (await catalog.list({ sort: 'name' })).data.map(({ name }) => name);
});
afterEach(() => world.disposeAsync());

async function write(name: string, content: IndexEntry | string | null): Promise<void> {
  const text = content === null || typeof content === 'string' ? content : serializeEntry(content);
  await index.commit({
    parent: await index.head(),
    changes: [{ path: `extensions/${entryPath(name)}`, content: text }],
    message: 'Write\n',
    at: new Date('2026-01-02T03:04:05.000Z'),
  });
}

test('what was committed before it is asked is found after, however many ask', async () => {
  const asked: Promise<string[]>[] = [];
  for (const name of ['amber', 'basalt', 'cobalt']) {
    await write(name, makeEntry({ name }));
    asked.push(mirror.settled().then(names));
  }
  const found = await Promise.all(asked);
  expect(found.map((seen, nth) => seen.includes(['amber', 'basalt', 'cobalt'][nth] ?? ''))).toEqual(
    [true, true, true],
  );
  expect(errors).toEqual([]);
});

test('what others commit is found without being asked, once the mirror follows', async () => {
  mirror.follow();
  await write('amber', makeEntry({ name: 'amber' }));
  await expect.poll(names).toEqual(['amber']);
});

test('what can not be mirrored is told once, stops nothing else, and is tried again', async () => {
  await write('amber', makeEntry({ name: 'amber' }));
  await write('basalt', '{"format":1}\n');
  mirror.follow();
  await mirror.settled();
  await mirror.settled();
  expect(await names()).toEqual(['amber']);
  expect(errors).toEqual([expect.objectContaining({ code: 'index-damaged' })]);
  await write('basalt', makeEntry({ name: 'basalt' }));
  await expect.poll(names).toEqual(['amber', 'basalt']);
  expect(errors).toHaveLength(1);
});

test('a document that is lost is told, and its extension is found all the same', async () => {
  const docs = { 'readme.md': '0'.repeat(64) };
  await write('amber', makeEntry({ name: 'amber' }, [{ version: '1.0.0', docs }]));
  await mirror.settled();
  expect(await names()).toEqual(['amber']);
  expect(String(errors[0])).toContain('amber 1.0.0: readme.md is missing');
});
