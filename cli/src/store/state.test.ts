import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { readState } from './state.ts';
import { storePaths } from './store-paths.ts';

test.each(['../outside', 'a/b', 'Upper', '__proto__x', ''])(
  'readState() refuses %j as the name of an extension',
  async (name) => {
    const state = { format: 1, extensions: { [name]: { version: 1 } } };
    await using home = await makeFolder({ 'extensions/extensions.json': state });
    await expect(readState(storePaths(home.path))).rejects.toMatchObject({
      code: 'state-corrupted',
    });
  },
);

test('readState() of no file is a state of nothing', async () => {
  await using home = await makeFolder();
  expect(await readState(storePaths(home.path))).toEqual({ format: 1, extensions: {} });
});

test('readState() says so where the folder is none that can be read', async () => {
  await using folder = await makeFolder({ home: '' });
  await expect(readState({ state: folder.join('home/extensions.json') })).rejects.toThrowError(
    expect.objectContaining({ code: 'file-unreadable', message: expect.stringMatching('ENOTDIR') }),
  );
});
