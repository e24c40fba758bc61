import { serializeEntry } from '@orchestra/core';
import { makeEntry, makeFolder, runProcess, writeFiles } from '@orchestra/testkit';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { GitIndex } from './git-index.ts';

const first = { files: new Map([['featured.json', '{}\n']]) };
const at = new Date('2026-01-02T03:04:05.000Z');

test('open() makes an index once, and opens it again as it was', async () => {
  await using folder = await makeFolder();
  using made = await GitIndex.open(folder.path, first);
  using again = await GitIndex.open(folder.path, { files: new Map([['featured.json', 'other']]) });
  expect(await again.head()).toBe(await made.head());
  expect(await (await again.snapshot()).readFile('featured.json')).toBe('{}\n');
});

test('commit() adds, changes and removes files, and a snapshot stays as it was', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const before = await index.snapshot();
  const entry = makeEntry({ name: 'tide-table' });
  await index.commit({
    parent: before.commit,
    changes: [change('tide-table')],
    message: 'Add\n',
    at,
  });
  const after = await index.snapshot();
  expect(await after.readEntry('tide-table')).toEqual(entry);
  expect(await after.names()).toEqual(['tide-table']);
  expect(await before.readEntry('tide-table')).toBeNull();
  expect(await index.changedBetween(before.commit, after.commit)).toEqual([
    'extensions/ti/de/tide-table.json',
  ]);

  const removal = [{ path: 'extensions/ti/de/tide-table.json', content: null }];
  await index.commit({ parent: after.commit, changes: removal, message: 'Remove\n', at });
  expect(await (await index.snapshot()).names()).toEqual([]);
});

test('commit() on a parent that is not the head any more is a conflict and changes nothing', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const parent = await index.head();
  const head = await index.commit({ parent, changes: [change('one')], message: 'One\n', at });
  const late = index.commit({ parent, changes: [change('two')], message: 'Two\n', at });
  await expect(late).rejects.toMatchObject({ code: 'index-conflict' });
  expect(await index.head()).toBe(head);
});

test('commit() by many at once: one wins, the others are conflicts', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const parent = await index.head();
  const ends = await Promise.allSettled(
    ['aa', 'bb', 'cc', 'dd'].map((name) =>
      index.commit({ parent, changes: [change(name)], message: 'Add\n', at }),
    ),
  );
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  expect(await (await index.snapshot()).names()).toHaveLength(1);
  const refs = await run(folder.path, ['for-each-ref', '--format=%(refname)']);
  expect(refs.stdout).toBe('refs/heads/main\n');
});

test('commit() writes no ref but the branch, and locks no others', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  await writeFile(folder.join('packed-refs.lock'), '');
  const parent = await index.head();
  await index.commit({ parent, changes: [change('one')], message: 'One\n', at });
  await expect(
    index.commit({ parent, changes: [change('two')], message: 'Two\n', at }),
  ).rejects.toMatchObject({ code: 'index-conflict' });
  const refs = await run(folder.path, ['for-each-ref', '--format=%(refname)']);
  expect(refs.stdout).toBe('refs/heads/main\n');
});

test('commit() on something that is no commit is refused before git sees it', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const head = await index.head();
  const changes = [change('one')];
  for (const parent of ['refs/heads/main', `${head}\nreset refs/heads/other`, 'f'.repeat(40)]) {
    await expect(index.commit({ parent, changes, message: 'No\n', at })).rejects.toThrow();
  }
  expect(await index.head()).toBe(head);
});

test('open() at once by many makes one index, and leaves nothing beside it', async () => {
  await using folder = await makeFolder();
  const directory = folder.join('deep', 'index.git');
  const opened = await Promise.all(
    Array.from({ length: 6 }, () => GitIndex.open(directory, first)),
  );
  const heads = await Promise.all(opened.map((index) => index.head()));
  expect(new Set(heads).size).toBe(1);
  expect(await readdir(folder.join('deep'))).toEqual(['index.git']);
  for (const index of opened) index[Symbol.dispose]();
});

test('open() refuses a folder of something else, and leaves it as it is', async () => {
  await using folder = await makeFolder({ 'index.git/thesis.txt': 'mine' });
  await expect(GitIndex.open(folder.join('index.git'), first)).rejects.toMatchObject({
    code: 'git-failed',
  });
  expect(await readdir(folder.path)).toEqual(['index.git']);
  expect(await readdir(folder.join('index.git'))).toEqual(['thesis.txt']);
});

test('openExisting() makes nothing', async () => {
  await using folder = await makeFolder();
  expect(await GitIndex.openExisting(folder.join('none'))).toBeNull();
  expect(await readdir(folder.path)).toEqual([]);
  using made = await GitIndex.open(folder.path, first);
  using again = await GitIndex.openExisting(folder.path);
  expect(await again?.head()).toBe(await made.head());
});

test('commit() packs loose objects once in a while', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, { ...first, maintainEvery: 2 });
  await fillObjects(folder.path);
  for (const name of ['one', 'two']) {
    const parent = await index.head();
    await index.commit({ parent, changes: [change(name)], message: 'Add\n', at });
  }
  await vi.waitFor(async () => expect(await readdir(folder.join('objects/pack'))).not.toEqual([]), {
    timeout: 30_000,
  });
  await index.maintain(); // waits for the other one
  expect(await (await index.snapshot()).names()).toEqual(['one', 'two']);
});

test('commit() takes no instruction from a message or a content', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const message = 'Add\ndata 3\nM 100644 inline registry-index/evil\n';
  const content = 'done\ncommit refs/heads/main\n';
  await index.commit({
    parent: await index.head(),
    changes: [{ path: 'file', content }],
    message,
    at,
  });
  const snapshot = await index.snapshot();
  expect(await snapshot.readFile('file')).toBe(content);
  expect(await snapshot.readFile('evil')).toBeNull();
});

test('commit() gets past a lock that a killed process left', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const lock = folder.join('refs/heads/main.lock');
  await writeFile(lock, '');
  await utimes(lock, new Date(0), new Date(0));
  const parent = await index.head();
  const created = await index.commit({ parent, changes: [change('one')], message: 'One\n', at });
  expect(await index.head()).toBe(created);
});

test('commit() waits for a process that holds the lock now', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const lock = folder.join('refs/heads/main.lock');
  await writeFile(lock, '');
  const parent = await index.head();
  const created = index.commit({ parent, changes: [change('one')], message: 'One\n', at });
  await setTimeout(500); // it has tried by then
  expect(existsSync(lock)).toBe(true);
  await rm(lock);
  const commit = await created;
  expect(await index.head()).toBe(commit);
});

test('commit() whose push fails leaves the branch where it was', async () => {
  await using folder = await makeFolder();
  const push = () => Promise.reject(new Error('no'));
  using index = await GitIndex.open(folder.path, { ...first, push });
  const parent = await index.head();
  const refused = index.commit({ parent, changes: [change('one')], message: 'One\n', at });
  await expect(refused).rejects.toThrow('no');
  expect(await index.head()).toBe(parent);
});

test('a snapshot answers many reads at once, each with its own file', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  const names = Array.from({ length: 200 }, (_, nth) => `tide-${nth}`);
  const changes = names.map((name) => change(name));
  await index.commit({ parent: await index.head(), changes, message: 'Add\n', at });
  const snapshot = await index.snapshot();
  const read = await Promise.all([...names, 'none'].map((name) => snapshot.readEntry(name)));
  expect(read.map((entry) => entry?.name)).toEqual([...names, undefined]);
});

test('the repository is sound and carries no one’s address', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, first);
  await index.commit({
    parent: await index.head(),
    changes: [change('one')],
    message: 'One\n',
    at,
  });
  const log = await run(folder.path, ['log', '--format=%an <%ae> %cn <%ce>']);
  expect(new Set(log.stdout.trim().split('\n')).size).toBe(1);
  expect((await run(folder.path, ['fsck', '--strict'])).exitCode).toBe(0);
});

/** git counts the objects of one folder out of 256, and takes ten there for more than 2,000 in all. */
async function fillObjects(directory: string): Promise<void> {
  let found = 0;
  for (let nth = 0; found < 10; nth += 1) {
    const object = Buffer.from(`blob ${String(nth).length}\0${nth}`);
    const id = createHash('sha1').update(object).digest('hex');
    if (!id.startsWith('17')) continue;
    found += 1;
    await writeFiles(directory, { [`objects/17/${id.slice(2)}`]: deflateSync(object) });
  }
}

function change(name: string) {
  const entry = makeEntry({ name });
  const prefix = name.length === 2 ? '2' : name.length === 3 ? `3/${name[0]}` : null;
  const shard = prefix ?? `${name.slice(0, 2)}/${name.slice(2, 4)}`;
  return { path: `extensions/${shard}/${name}.json`, content: serializeEntry(entry) };
}

function run(directory: string, args: string[]) {
  return runProcess(['git', `--git-dir=${directory}`, ...args]);
}
