import { extensionFiles } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeDoor, registry } from './make-pull-request-registry.ts';

test('publish --wait tells each stage as it is reached, and ends once it is there', async () => {
  await using door = await makeDoor();
  const args = ['publish', '--wait', '-C', door.folder.path];
  const ending = door.cli(args, { env: door.env });
  const isFollowing = () => door.github.requests.some(({ path }) => path.endsWith('/pulls/1'));
  await expect.poll(isFollowing).toBe(true);
  await door.app(`PUT ${registry}/pulls/1/merge`, {});
  await door.registry.publish(extensionFiles({ name: 'tide', version: '1.0.0' }));
  const { exitCode, stdout, stderr } = await ending;
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const told = [...stderr.matchAll(/^(\w+) +\d{4}-/gm)].map((line) => line[1]);
  expect(told).toEqual(['submitted', 'merged', 'stored', 'indexed', 'served']);
  expect(stdout).toContain('Published tide 1.0.0');
});

test('publish --wait ends where the pull request is closed', async () => {
  await using door = await makeDoor();
  const ending = door.json('publish', '--wait');
  const isFollowing = () => door.github.requests.some(({ path }) => path.endsWith('/pulls/1'));
  await expect.poll(isFollowing).toBe(true);
  await door.app(`PATCH ${registry}/pulls/1`, { state: 'closed' });
  const { exitCode, value } = await ending;
  expect({ exitCode, code: value.error.code }).toEqual({
    exitCode: 1,
    code: 'pull-request-closed',
  });
});
