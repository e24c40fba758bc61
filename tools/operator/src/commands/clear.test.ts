import { readCurated } from '@orchestra/registry';
import { expect, test } from 'vitest';
import { makeGitHubRegistry } from '../../test/make-github-registry.ts';
import { clear } from './clear.ts';

const sha256 = 'b'.repeat(64);
const package1 = { name: 'tide-table', version: '1.1.0', sha256 };
const asked = {
  what: sha256,
  name: 'tide-table',
  version: '1.1.0',
  undo: false,
  reason: 'It evaluates its own templates',
};

test('clear() keeps packages in order, a line each, and takes one back', async () => {
  await using made = await makeGitHubRegistry();
  expect(await clear.run(asked, made.context)).toEqual({
    ...package1,
    cleared: true,
    changed: true,
  });
  expect(await made.lastMessage()).toBe(
    `Clear: tide-table 1.1.0, SHA-256 ${sha256}\n\n${asked.reason}\n\nBy: operator (local 0)`,
  );
  expect(await clear.run(asked, made.context)).toMatchObject({ changed: false });
  const earlier = { ...asked, name: 'sea-gate', what: 'c'.repeat(64) };
  await clear.run(earlier, made.context);
  expect(await made.lastChange()).toBe('1\t0\tregistry-index/cleared.json\n');
  const names = async () =>
    (await readCurated(await made.index.snapshot())).cleared.map(({ name }) => name);
  expect(await names()).toEqual(['sea-gate', 'tide-table']);

  await clear.run({ ...earlier, undo: true }, made.context);
  expect(await names()).toEqual(['tide-table']);
  expect(await clear.run({ ...earlier, undo: true }, made.context)).toMatchObject({
    changed: false,
  });
});

test.each([
  ['a SHA-256 that is none', { what: 'B'.repeat(64) }],
  ['a name that is none', { name: '../tide' }],
  ['a version that is none', { version: '1' }],
  ['a reason of two lines', { reason: 'One\nTwo' }],
])('clear() of %s refuses, and changes nothing', async (_what, wrong) => {
  await using made = await makeGitHubRegistry();
  const head = await made.index.head();
  const refused = clear.run({ ...asked, ...wrong }, made.context);
  await expect(refused).rejects.toMatchObject({ code: 'usage' });
  expect(await made.index.head()).toBe(head);
});
