import { permissions } from '@orchestra/core';
import { expect, test } from 'vitest';
import { makeRegistry, tidewater } from '../../test/make-registry.ts';
import type { PackageContents } from '../../test/make-package.ts';
import { changeCurated } from '../curated/change-curated.ts';
import { verifyRegistry } from '../verify-registry.ts';

/** A package of which nobody can tell what it uses. */
const evaluating: PackageContents = {
  manifest: { main: 'dist/main.js' },
  files: { 'dist/main.js': 'exports.activate = (context) => eval(context.code);\n' },
};

test('a package whose code can not be told is refused, and stores nothing', async () => {
  await using registry = await makeRegistry();
  const head = await registry.index.head();
  for (const dryRun of [true, false]) {
    const code = 'permission-unresolved';
    await expect(registry.publish(evaluating, { dryRun })).rejects.toMatchObject({
      code: 'review-required',
      problems: expect.arrayContaining([expect.objectContaining({ code, severity: 'warning' })]),
    });
  }
  const operator = { ...tidewater, operator: true } as const; // who has to say that they looked
  await expect(registry.publish(evaluating, { submitter: operator })).rejects.toMatchObject({
    code: 'review-required',
  });
  expect(await registry.keys()).toEqual([]);
  expect(await registry.index.head()).toBe(head);
});

test('it passes once these very bytes are cleared, and others do not', async () => {
  await using registry = await makeRegistry();
  const { sha256 } = await registry.publish(evaluating, { reviewed: true, dryRun: true });
  await clear(registry, sha256);
  const [first] = Object.entries(evaluating.files ?? {});
  const other = { ...evaluating, files: { [first?.[0] ?? '']: `${String(first?.[1])}//\n` } };
  await expect(registry.publish(other)).rejects.toMatchObject({ code: 'review-required' });
  const { plan, ...published } = await registry.publish(evaluating);
  expect(published).toMatchObject({ sha256, unchanged: false });
  expect(published.problems.map(({ code }) => code)).not.toContain('review-required');
  expect(plan?.after.versions[0]?.unclearCode).toEqual({ mayNeed: permissions });
  expect((await verifyRegistry(registry.context)).findings).toEqual([]);
});

test('the index says of a version that all of its code could be told, or is declared', async () => {
  await using registry = await makeRegistry();
  const read = await registry.publish();
  expect(read.plan?.after.versions[0]?.unclearCode).toEqual({ mayNeed: [] });
  const declared = ['filesystem.read', 'filesystem.write'];
  const told = await registry.publish({
    manifest: { ...evaluating.manifest, version: '2.0.0', permissions: declared },
    files: { 'dist/main.js': "exports.activate = (name) => require('fs')[name]('tides');\n" },
  });
  expect(told.plan?.after.versions[0]).toMatchObject({
    permissions: declared,
    unclearCode: { mayNeed: [] },
  });
});

test('what is published stays published once it is cleared no longer', async () => {
  await using registry = await makeRegistry();
  await registry.publish(evaluating, { reviewed: true });
  expect(await registry.publish(evaluating)).toMatchObject({ unchanged: true });
});

test('nobody is told of the code of a name that is not theirs', async () => {
  await using registry = await makeRegistry();
  await registry.publish(evaluating, { reviewed: true });
  const next = { ...evaluating, manifest: { ...evaluating.manifest, version: '1.1.0' } };
  const submitter = { ...tidewater, id: 9, login: 'paper-lantern' };
  await expect(registry.publish(next, { submitter })).rejects.toMatchObject({ code: 'name-taken' });
});

test('an index that was made before packages could be cleared takes clearances', async () => {
  await using registry = await makeRegistry();
  const parent = await registry.index.head();
  const changes = [{ path: 'cleared.json', content: null }];
  await registry.index.commit({ parent, changes, message: 'As before', at: new Date() });
  await expect(registry.publish(evaluating)).rejects.toMatchObject({ code: 'review-required' });
  const { sha256 } = await registry.publish(evaluating, { reviewed: true, dryRun: true });
  await clear(registry, sha256);
  expect(await registry.publish(evaluating)).toMatchObject({ unchanged: false });
});

async function clear(
  { context }: Awaited<ReturnType<typeof makeRegistry>>,
  sha256: string,
): Promise<void> {
  const change = () => ({ cleared: [{ name: 'tide-table', version: '1.0.0', sha256 }] });
  await changeCurated({ message: 'Clear', change }, context);
}
