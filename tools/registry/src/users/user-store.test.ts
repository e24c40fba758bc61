import { makeFolder, runProcess } from '@orchestra/testkit';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { UserStore } from './user-store.ts';

const now = () => new Date('2026-01-01T00:00:00.000Z');

test('ensure() numbers accounts, and finds one again whatever the case of its login', async () => {
  await using folder = await makeFolder();
  const users = new UserStore(folder.join('users.json'), { now });
  expect(await users.list()).toEqual([]);
  expect(await users.ensure('tidewater')).toEqual({ provider: 'local', id: 1, login: 'tidewater' });
  expect(await users.ensure('paper-lantern')).toMatchObject({ id: 2 });
  expect(await users.ensure('TideWater')).toMatchObject({ id: 1, login: 'tidewater' });
  expect(await users.find('PAPER-lantern')).toMatchObject({ id: 2 });
});

test.each(['', '-x', 'a b', 'a@b.example', 'x'.repeat(40), '../x', 'é'])(
  'ensure() refuses %j as a login',
  async (login) => {
    await using folder = await makeFolder();
    const users = new UserStore(folder.join('users.json'), { now });
    await expect(users.ensure(login)).rejects.toMatchObject({ code: 'usage' });
    expect(await readdir(folder.path)).toEqual([]);
  },
);

test('issueToken() keeps nothing but a hash, in a file of its owner alone', async () => {
  await using folder = await makeFolder();
  const users = new UserStore(folder.join('users.json'), { now });
  await users.ensure('tidewater');
  const token = await users.issueToken('tidewater');
  expect(token).toMatch(/^orc_[\w-]{43}$/);
  expect(await readFile(folder.join('users.json'), 'utf8')).not.toContain(token.slice(4));
  expect((await stat(folder.join('users.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder.path)).toEqual(['users.json']);
});

test('authenticate() knows valid tokens, not expired, revoked or made-up ones', async () => {
  await using folder = await makeFolder();
  let today = now();
  const users = new UserStore(folder.join('users.json'), { now: () => today });
  await users.ensure('tidewater');
  const token = await users.issueToken('tidewater');
  expect(await users.authenticate(token)).toEqual({
    provider: 'local',
    id: 1,
    login: 'tidewater',
    scopes: ['publish'],
  });
  expect(await users.authenticate(`${token}x`)).toBeNull();
  expect(await users.authenticate('')).toBeNull();
  today = new Date('2026-12-31T23:59:59.000Z');
  expect(await users.authenticate(token)).not.toBeNull();
  today = new Date('2027-01-02T00:00:00.000Z');
  expect(await users.authenticate(token)).toBeNull();
  expect(await users.list()).toMatchObject([{ login: 'tidewater', tokens: 0 }]);

  const next = await users.issueToken('tidewater');
  expect(await users.revokeTokens('tidewater')).toBe(2);
  expect(await users.authenticate(next)).toBeNull();
});

test('an unknown login is an error that says how to add it', async () => {
  await using folder = await makeFolder();
  const users = new UserStore(folder.join('users.json'), { now });
  const unknown = { code: 'user-unknown', hint: expect.stringContaining('user add none') };
  await expect(users.find('none')).rejects.toMatchObject(unknown);
  await expect(users.issueToken('none')).rejects.toMatchObject(unknown);
  await expect(users.revokeTokens('none')).rejects.toMatchObject(unknown);
});

test('several processes that add users at once lose none', async () => {
  await using folder = await makeFolder();
  const file = folder.join('users.json');
  const add = (letter: string) => `
    import { UserStore } from ${JSON.stringify(new URL('./user-store.ts', import.meta.url).href)};
    const users = new UserStore(${JSON.stringify(file)}, { now: () => new Date() });
    for (let nth = 0; nth < 5; nth += 1) {
      await users.ensure('${letter}' + nth);
      await users.issueToken('${letter}' + nth);
    }`;
  const ends = await Promise.all(
    ['a', 'b', 'c'].map((letter) =>
      runProcess([process.execPath, '--input-type=module', '-e', add(letter)]),
    ),
  );
  expect(ends.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(ends.map(() => [0, '']));
  const users = await new UserStore(file, { now: () => new Date() }).list();
  expect(users.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, nth) => nth + 1));
  expect(new Set(users.map(({ login }) => login)).size).toBe(15);
  expect(users.every(({ tokens }) => tokens === 1)).toBe(true);
  expect(await readdir(folder.path)).toEqual(['users.json']);
});

test('a damaged file is an error, and is not written over', async () => {
  await using folder = await makeFolder();
  const file = folder.join('users.json');
  await writeFile(file, '{"format":1,"users":[{"id":1}]}');
  const users = new UserStore(file, { now });
  await expect(users.list()).rejects.toMatchObject({ code: 'state-corrupted' });
  await expect(users.ensure('tidewater')).rejects.toMatchObject({ code: 'state-corrupted' });
  expect(await readFile(file, 'utf8')).toBe('{"format":1,"users":[{"id":1}]}');
});
