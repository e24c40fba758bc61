import { makeFolder, runProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { fetchIndex } from './fetch-index.ts';
import { GitIndex } from './git-index.ts';
import { isAncestor } from './is-ancestor.ts';
import { listChanges } from './list-changes.ts';

const at = new Date('2026-01-02T03:04:05.000Z');
const oid = expect.stringMatching(/^[0-9a-f]{40}$/);

test('listChanges() tells what was added, changed and removed, with kind and size', async () => {
  await using folder = await makeFolder();
  const files = new Map([
    ['featured.json', 'one\n'],
    ['extensions/1/a.json', 'a\n'],
    ['extensions/1/b.json', 'b\n'],
  ]);
  using index = await GitIndex.open(folder.path, { files });
  const from = await index.head();
  const to = await index.commit({
    parent: from,
    changes: [
      { path: 'extensions/1/a.json', content: null },
      { path: 'extensions/1/b.json', content: 'bb\n' },
      { path: 'extensions/1/c.json', content: '' },
    ],
    message: 'Change\n',
    at,
  });
  expect(await listChanges(index, { from, to })).toEqual([
    { path: 'extensions/1/a.json', file: null },
    { path: 'extensions/1/b.json', file: { object: oid, mode: '100644', size: 3 } },
    { path: 'extensions/1/c.json', file: { object: oid, mode: '100644', size: 0 } },
  ]);
  expect(await listChanges(index, { from: null, to })).toEqual([
    { path: 'extensions/1/b.json', file: { object: oid, mode: '100644', size: 3 } },
    { path: 'extensions/1/c.json', file: { object: oid, mode: '100644', size: 0 } },
    { path: 'featured.json', file: { object: oid, mode: '100644', size: 4 } },
  ]);
  expect(await listChanges(index, { from: to, to })).toEqual([]);
  const paths = ['extensions/1/c.json', 'extensions/1/a.json', 'extensions/*'];
  expect(await listChanges(index, { from: null, to, paths })).toMatchObject([
    { path: 'extensions/1/c.json' },
  ]);
});

test('listChanges() tells links and submodules from files', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, { files: new Map([['featured.json', '{}']]) });
  const from = await index.head();
  const stream = `commit refs/heads/main\ncommitter T <t@orchestra.example> 0 +0000\ndata 1\nx\nfrom ${from}
M 120000 inline registry-index/extensions/1/a.json\ndata 11\n/etc/passwd
M 160000 ${from} registry-index/extensions/1/b.json\n\n`;
  await runProcess(['git', `--git-dir=${folder.path}`, 'fast-import', '--quiet'], {
    input: stream,
  });
  const to = await index.head();
  expect(await listChanges(index, { from, to })).toEqual([
    { path: 'extensions/1/a.json', file: { object: oid, mode: '120000', size: 11 } },
    { path: 'extensions/1/b.json', file: { object: from, mode: '160000', size: null } },
  ]);
  expect(await listChanges(index, { from: null, to })).toMatchObject([
    { file: { mode: '120000' } },
    { file: { mode: '160000', size: null } },
    { file: { mode: '100644' } },
  ]);
});

test('isAncestor() knows what led to a commit, and nothing of commits it has not', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, { files: new Map([['featured.json', '{}']]) });
  const older = await index.head();
  const change = { changes: [], message: 'Nothing\n', at };
  const newer = await index.commit({ parent: older, ...change });
  expect(await isAncestor(folder.path, { older, newer })).toBe(true);
  expect(await isAncestor(folder.path, { older, newer: older })).toBe(true);
  expect(await isAncestor(folder.path, { older: newer, newer: older })).toBe(false);
  const missing = 'f'.repeat(40);
  expect(await isAncestor(folder.path, { older: missing, newer })).toBe(false);
  const ofNothing = isAncestor(folder.path, { older, newer: missing });
  await expect(ofNothing).rejects.toMatchObject({ code: 'git-failed' });
});

test('fetchIndex() makes a copy, and follows what it was made of', async () => {
  await using folder = await makeFolder();
  const files = new Map([['featured.json', '{}']]);
  using index = await GitIndex.open(folder.join('index.git'), { files });
  const url = `file://${index.directory}`;
  const copy = folder.join('copies', 'index.git');
  await fetchIndex(copy, { url });
  const parent = await index.head();
  const head = await index.commit({ parent, changes: [], message: 'Nothing\n', at });
  await fetchIndex(copy, { url });
  using copied = await GitIndex.openExisting(copy);
  expect(await copied?.head()).toBe(head);
});

test('fetchIndex() of what is not there says so, and no password', async () => {
  await using folder = await makeFolder();
  const failed = fetchIndex(folder.join('copy.git'), { url: 'http://me:secret@127.0.0.1:9/index' });
  await expect(failed).rejects.toMatchObject({ code: 'registry-unreachable' });
  await expect(failed).rejects.not.toThrow('secret');
});
