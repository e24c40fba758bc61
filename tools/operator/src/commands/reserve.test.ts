import { readCurated } from '@orchestra/registry';
import { expect, test } from 'vitest';
import { makeGitHubRegistry } from '../../test/make-github-registry.ts';
import { reserve } from './reserve.ts';

test('reserve() keeps names in order, a line each, and frees them again', async () => {
  await using made = await makeGitHubRegistry();
  const request = { names: ['sea-gate', 'anchor', 'sea-gate'], reason: 'Ours' };
  const reserved = await reserve.run({ ...request, remove: false }, made.context);
  expect(reserved).toEqual({ names: ['anchor', 'sea-gate'], reserved: true, changed: true });
  expect(await made.lastChange()).toBe('2\t0\tregistry-index/reserved-names.json\n');
  expect(await made.lastMessage()).toBe(
    'Reserve: anchor, sea-gate\n\nOurs\n\nBy: operator (local 0)',
  );
  const again = await reserve.run({ ...request, remove: false }, made.context);
  expect(again.changed).toBe(false);

  await reserve.run({ names: ['anchor'], remove: true, reason: 'A mistake' }, made.context);
  const { reservedNames } = await readCurated(await made.index.snapshot());
  expect([reservedNames.has('anchor'), reservedNames.has('sea-gate')]).toEqual([false, true]);
});

test('reserve() refuses names that are published, or are none, and changes nothing', async () => {
  await using made = await makeGitHubRegistry();
  const head = await made.index.head();
  const names = async (...given: string[]) =>
    reserve.run({ names: given, remove: false }, made.context);
  await expect(names('anchor', 'tide-table')).rejects.toMatchObject({ code: 'name-taken' });
  await expect(names('anchor', 'No_Name')).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining("'No_Name'"),
  });
  expect(await made.index.head()).toBe(head);
});
