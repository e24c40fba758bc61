import { makeFolder } from '@orchestra/testkit';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { findChange } from './find-change.ts';
import { GitIndex } from './git-index.ts';
import { git } from './git.ts';
import { openPushedIndex } from './open-pushed-index.ts';
import { tokenEnvironment } from './token-environment.ts';

const at = new Date('2026-05-01T00:00:00.000Z');

test('openPushedIndex() commits to the remote, and to the copy only what the remote took', async () => {
  await using world = await makeRemote();
  using mine = await openPushedIndex(world.join('mine'), world.remote);
  const parent = await mine.head();
  const changes = [{ path: 'featured.json', content: '{}\n' }];
  const created = await mine.commit({ parent, changes, message: 'Mine\n', at });
  expect(await world.index.head()).toBe(created);
  expect(await mine.head()).toBe(created);
});

test('openPushedIndex() refuses where someone else pushed, and has what they pushed', async () => {
  await using world = await makeRemote();
  using mine = await openPushedIndex(world.join('mine'), world.remote);
  using others = await openPushedIndex(world.join('others'), world.remote);
  const parent = await mine.head();
  const change = (content: string) => [{ path: 'featured.json', content }];
  const theirs = await others.commit({ parent, changes: change('1\n'), message: 'Theirs\n', at });
  const late = mine.commit({ parent, changes: change('2\n'), message: 'Mine\n', at });
  await expect(late).rejects.toMatchObject({ code: 'index-conflict' });
  expect(await mine.head()).toBe(theirs);
  const again = await mine.commit({
    parent: theirs,
    changes: change('2\n'),
    message: 'Mine\n',
    at,
  });
  expect(await world.index.head()).toBe(again);
});

test('openPushedIndex() of a remote that went back refuses, rather than bring back what was dropped', async () => {
  await using world = await makeRemote();
  using mine = await openPushedIndex(world.join('mine'), world.remote);
  const first = await mine.head();
  const changes = [{ path: 'featured.json', content: '{}\n' }];
  const second = await mine.commit({ parent: first, changes, message: 'Second\n', at });
  await world.reset(first);
  const third = mine.commit({ parent: second, changes, message: 'Third\n', at });
  await expect(third).rejects.toMatchObject({ code: 'index-conflict' });
  expect(await world.index.head()).toBe(first);
});

test('openPushedIndex() of nothing says so without a password', async () => {
  await using folder = await makeFolder();
  const url = 'http://someone:secret@127.0.0.1:9/none.git';
  const opened = openPushedIndex(folder.join('mine'), { url, token: 'hidden' });
  const error = await opened.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'registry-unreachable' });
  expect(String(error)).not.toMatch(/secret|hidden/);
});

test('tokenEnvironment() is for one server', () => {
  const env = tokenEnvironment({ url: 'https://github.example/o/r.git', token: 't' });
  expect(env['GIT_CONFIG_KEY_0']).toBe('http.https://github.example/.extraHeader');
});

test('findChange() finds who added and who removed a file', async () => {
  await using world = await makeRemote();
  const { index } = world;
  const path = 'submissions/tide-table/1.0.0.json';
  const commit = async (content: string | null, message: string) => {
    const parent = await index.head();
    return index.commit({ parent, changes: [{ path, content }], message, at });
  };
  const added = await commit('{}\n', 'Submit\n');
  await commit('{"a":1}\n', 'Change\n');
  const removed = await commit(null, 'Remove it\n\nIt was refused.\n');
  const head = await index.head();
  const find = (kind: 'added' | 'removed') => findChange(index.directory, { path, kind, head });
  expect(await find('added')).toEqual({ commit: added, at, message: 'Submit' });
  expect(await find('removed')).toEqual({
    commit: removed,
    at,
    message: 'Remove it\n\nIt was refused.',
  });
  const other = { path: 'submissions/*/1.0.0.json', kind: 'added', head } as const;
  expect(await findChange(index.directory, other)).toBeNull();
});

async function makeRemote() {
  const folder = await makeFolder();
  const files = new Map([['config.json', '{}\n']]);
  const index = await GitIndex.open(folder.join('remote.git'), { files });
  return {
    join: folder.join,
    index,
    remote: { url: pathToFileURL(index.directory).href, token: 'unused' },
    reset: async (commit: string) => {
      await git(index.directory, { args: ['update-ref', 'refs/heads/main', commit] });
    },
    [Symbol.asyncDispose]: async () => {
      index[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
