import { makeFolder, recordSyncs, writeFiles } from '@orchestra/testkit';
import { existsSync, readFileSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyStoreChange, type StoreChange, recoverStore } from './journal.ts';
import { openLockedStore, openStore } from './open-store.ts';
import { planRemove } from './plan-remove.ts';
import { planReplace } from './plan-replace.ts';
import { planRollback } from './plan-rollback.ts';
import { previousIds } from './previous-ids.ts';
import { type Installed, writeState } from './state.ts';
import { storePaths, versionId } from './store-paths.ts';

const installed = (version: string, digit: string): Installed => ({
  version,
  sha256: digit.repeat(64),
  compat: 'native',
  permissions: [],
  registry: 'https://registry.example',
  source: 'https://registry.example/x.tar.gz',
  pinned: false,
  installedAt: '2026-01-01T00:00:00.000Z',
});
const [one, two, three] = [
  installed('1.0.0', '1'),
  installed('2.0.0', '2'),
  installed('3.0.0', '3'),
];

/** A store with 2.0.0 installed, 1.0.0 kept and 3.0.0 staged. */
async function makeStore() {
  const home = await makeFolder();
  const paths = storePaths(home.path);
  await writeFiles(paths.root, {
    'tide/version': '2.0.0',
    [`.previous/tide/${versionId(one)}/version`]: '1.0.0',
    '.staging/new/version': '3.0.0',
  });
  await writeState({ format: 1, extensions: { tide: two } }, paths);
  return { home, paths };
}

const changes: Record<
  string,
  { plan: (home: string) => Promise<StoreChange>; version: string | null }
> = {
  update: {
    plan: async (home) => {
      await using store = await openLockedStore({ home });
      return planReplace({ name: 'tide', folder: 'new', installed: three }, store);
    },
    version: '3.0.0',
  },
  rollback: {
    plan: async () => planRollback({ name: 'tide', current: two, previous: one }),
    version: '1.0.0',
  },
  uninstall: { plan: (home) => planRemove('tide', storePaths(home)), version: null },
};

describe.each(Object.entries(changes))('a %s that is killed', (_name, { plan, version }) => {
  test.each([0, 1, 2, 3])('after %i moves is finished by the next command', async (done) => {
    const { home, paths } = await makeStore();
    await using _home = home;
    const change = await plan(home.path);
    await writeFile(paths.journal, JSON.stringify({ format: 1, ...change }));
    for (const { from, to } of change.moves.slice(0, done)) {
      await mkdir(dirname(join(paths.root, to)), { recursive: true });
      await rename(join(paths.root, from), join(paths.root, to));
    }
    const { state } = await openStore({ home: home.path });
    const found = await readFile(join(paths.root, 'tide/version'), 'utf8').catch(() => null);
    expect(found).toBe(version);
    expect(state.extensions['tide']?.version ?? null).toBe(version);
    await expect(access(paths.journal)).rejects.toThrow(/ENOENT/);
  });

  test('after its last move, before its journal went, ends the same', async () => {
    const { home, paths } = await makeStore();
    await using _home = home;
    const change = await plan(home.path);
    for (let time = 0; time < 2; time += 1) {
      await writeFile(paths.journal, JSON.stringify({ format: 1, ...change }));
      await openStore({ home: home.path });
    }
    const found = await readFile(join(paths.root, 'tide/version'), 'utf8').catch(() => null);
    expect(found).toBe(version);
  });
});

test('applyChange() makes the journal durable before it moves anything, and the moves before the journal goes', async () => {
  const { home, paths } = await makeStore();
  await using _home = home;
  const change = await changes['update']?.plan(home.path);
  if (change === undefined) throw new Error('No update is planned');
  using syncs = await recordSyncs();
  const seen: { synced: string; version: string; isWritten: boolean }[] = [];
  syncs.onSync = (path) => {
    const synced = path.slice(paths.root.length).replace(/\.[^./]+\.tmp$/, '');
    const version = readFileSync(join(paths.root, 'tide/version'), { encoding: 'utf8' });
    seen.push({ synced, version, isWritten: existsSync(paths.journal) });
  };
  await applyStoreChange(change, paths);
  expect(seen.slice(0, 2)).toEqual([
    { synced: '/.journal.json', version: '2.0.0', isWritten: false },
    { synced: '', version: '2.0.0', isWritten: true },
  ]);
  const after = seen.slice(2);
  expect(after.every(({ version, isWritten }) => version === '3.0.0' && isWritten)).toBe(true);
  const order = after.map(({ synced: path }) => path);
  expect(order).toEqual(
    expect.arrayContaining(['', '/.staging', '/.previous/tide', '/extensions.json']),
  );
  expect(order.indexOf('/extensions.json')).toBeGreaterThan(order.indexOf('/.staging'));
});

test('an update keeps exactly one version before it', async () => {
  const { home, paths } = await makeStore();
  await using _home = home;
  const change = await changes['update']?.plan(home.path);
  await writeFile(paths.journal, JSON.stringify({ format: 1, ...change }));
  await openStore({ home: home.path });
  expect(await previousIds('tide', paths)).toEqual([versionId(two)]);
});

test('recoverStore() removes what was being deleted, and leaves what may still be staged', async () => {
  await using home = await makeFolder({
    'extensions/.staging/old-1/file': 'x',
    'extensions/.staging/fresh/file': 'x',
  });
  const paths = storePaths(home.path);
  await recoverStore(paths);
  expect(await readdir(paths.staging)).toEqual(['fresh']);
});

test('openStore() refuses a journal that leads out of the store', async () => {
  await using home = await makeFolder({
    'outside/file': 'x',
    'extensions/.journal.json': {
      format: 1,
      moves: [{ from: '../outside', to: 'stolen' }],
      state: [],
    },
  });
  await expect(openStore({ home: home.path })).rejects.toMatchObject({
    code: 'state-corrupted',
    message: expect.stringContaining("leads to '../outside'"),
  });
  expect(await readdir(home.join('outside'))).toEqual(['file']);
});

test.each([
  ['is cut', '{"format":1,"moves":[{"fr'],
  ['is of another format', '{"format":2,"steps":[]}'],
  ['is empty', ''],
])('a journal that %s stays, as does all that was begun', async (_how, text) => {
  const { home, paths } = await makeStore();
  await using _home = home;
  await writeFiles(paths.root, { '.staging/old-1/file': 'x' });
  await writeFile(paths.journal, text);
  for (const open of [openStore, openLockedStore]) {
    await expect(open({ home: home.path })).rejects.toMatchObject({
      code: 'state-corrupted',
      hint: expect.stringContaining('doctor --repair'),
    });
  }
  expect(await readFile(paths.journal, 'utf8')).toBe(text);
  expect((await readdir(paths.staging)).toSorted()).toEqual(['new', 'old-1']);
});

test('a journal that the system does not let be read stays', async () => {
  const { home, paths } = await makeStore();
  await using _home = home;
  await mkdir(paths.journal);
  await expect(openStore({ home: home.path })).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(await readdir(paths.root)).toContain('.journal.json');
});
