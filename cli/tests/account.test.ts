import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startApi } from '../../tools/api/test/start-api.ts';
import { makeWorld, type World } from './make-world.ts';

test('login asks whose token it is, and logout forgets it, or ends it everywhere', async () => {
  await using api = await startApi();
  await using world = await makeWorld({ api: `${api.origin}/api/v1` });
  const json = async (...args: string[]) =>
    JSON.parse((await world.cli([...args, '--json'])).stdout);
  const { tide: token } = api.tokens;

  expect(await json('login', '--token', 'orc_nonsense')).toMatchObject({
    error: { code: 'token-invalid' },
  });
  expect(await json('login', '--token', token)).toMatchObject({ login: 'tide' });
  expect(await json('whoami')).toMatchObject({ login: 'tide', role: 'user' });
  expect(await json('logout')).toMatchObject({ forgotten: true, revoked: false });
  expect(await json('whoami')).toMatchObject({ error: { code: 'token-missing' } });

  await json('login', '--token', token);
  expect(await json('logout', '--revoke')).toMatchObject({ forgotten: true, revoked: true });
  expect((await api.send('/me', { token })).status).toBe(401);
  expect(await json('logout', '--revoke')).toMatchObject({ forgotten: false, revoked: false });
});

test('logout --revoke keeps a token that it could not end, and forgets one that has ended', async () => {
  const api = await startApi();
  await using world = await makeWorld({ api: `${api.origin}/api/v1` });
  const { tide: token } = api.tokens;
  const logout = () => world.cli(['logout', '--revoke']);
  await world.cli(['login', '--token', token]);
  await api.send('/auth/token', { method: 'DELETE', token });
  expect(await logout()).toMatchObject({ exitCode: 0 });

  await world.cli(['login', '--token', api.tokens.moon]);
  await api[Symbol.asyncDispose]();
  expect((await logout()).stderr).toContain("can't be reached");
  const kept = await readFile(world.home.join('credentials.json'), 'utf8');
  expect(kept).toContain(api.tokens.moon);
});

test('a token is kept for the registry that gave it, and goes to no other', async () => {
  await using api = await startApi();
  await using world = await makeWorld({ api: `${api.origin}/api/v1` });
  await using other = await makeWorld({ api: `${api.origin}/api/v1` });
  const run = async (at: World, ...args: string[]) =>
    JSON.parse((await world.cli([...args, '--json', '--registry', at.registry.url])).stdout);
  const { tide, moon } = api.tokens;
  await run(world, 'login', '--token', tide);
  expect(await run(other, 'whoami')).toMatchObject({ error: { code: 'token-missing' } });
  await run(other, 'login', '--token', moon);
  expect(await run(world, 'whoami')).toMatchObject({ login: 'tide' });
  expect(await run(other, 'whoami')).toMatchObject({ login: 'moon' });
  await run(other, 'logout');
  expect(await run(world, 'whoami')).toMatchObject({ login: 'tide' });
});
