import { extensionFiles } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { type Door, gitIn, makeDoor, registry } from './make-pull-request-registry.ts';

/** Puts `tide` 1.0.0 of the author into the index, with a status. */
async function index(door: Door, status: 'live' | 'yanked', sha?: string): Promise<string> {
  const { entry } = await door.registry.publish(
    extensionFiles({ name: 'tide', version: '1.0.0' }),
    { status },
  );
  const owners = [{ provider: 'github', ...door.author }];
  const text = JSON.stringify({ ...entry, versions: entry.versions.slice(0, 1), owners });
  const content = Buffer.from(text).toString('base64');
  const path = `${registry}/contents/registry-index/extensions/ti/de/tide.json`;
  const told = await door.app(`PUT ${path}`, { message: status, content, sha });
  return told.content.sha;
}

test('yank asks by pull request, goes on with it, and --undo asks by another', async () => {
  await using door = await makeDoor();
  const sha = await index(door, 'live');
  const yank = () => door.json('yank', '1.0.0', '--reason', 'It forgets the tide');
  const { value } = await yank();
  expect(value).toMatchObject({
    status: 'yanked',
    unchanged: false,
    pullRequest: { number: 1, state: 'open' },
  });
  const file = 'refs/pull/1/head:registry-index/submissions/tide/1.0.0.json';
  expect(JSON.parse(await gitIn(door.directory, 'show', file))).toEqual({
    format: 1,
    action: 'yank',
    name: 'tide',
    version: '1.0.0',
    reason: 'It forgets the tide',
  });
  const done = door.writes();
  expect((await yank()).value.pullRequest.number).toBe(1);
  expect(door.writes()).toEqual(done);

  await index(door, 'yanked', sha);
  const undone = await door.json('yank', '1.0.0', '--undo');
  expect(undone.value).toMatchObject({ status: 'live', pullRequest: { number: 2 } });
});

test('yank of what is not there, or not one’s own, asks nobody', async () => {
  await using door = await makeDoor();
  expect((await door.json('yank', '1.0.0')).value.error.code).toBe('extension-unknown');
  await index(door, 'live');
  const done = door.writes();
  expect((await door.json('yank', '2.0.0')).value.error.code).toBe('version-unknown');
  door.env['ORCHESTRA_GITHUB_TOKEN'] = await stranger(door);
  expect((await door.json('yank', '1.0.0')).value.error.code).toBe('not-an-owner');
  expect(door.writes()).toEqual(done);
});

async function stranger({ github }: Door): Promise<string> {
  await github.addUser('mallory');
  return github.addToken('mallory', { scopes: ['public_repo'] });
}
