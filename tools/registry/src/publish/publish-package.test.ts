import { packageKey } from '@orchestra/core';
import { expect, test } from 'vitest';
import { lantern, makeRegistry, tidewater } from '../../test/make-registry.ts';
import { verifyRegistry } from '../verify-registry.ts';
import { applyPlan } from './apply-plan.ts';
import { publishPackage } from './publish-package.ts';

test('publishPackage() of a new name stores the package and its docs and adds the entry', async () => {
  const now = () => new Date('2026-05-01T00:00:00.000Z');
  await using registry = await makeRegistry(now);
  const result = await registry.publish();
  expect(result).toMatchObject({ name: 'tide-table', version: '1.0.0', unchanged: false });
  expect(result.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(result.stages).toMatchObject({
    submitted: '2026-05-01T00:00:00.000Z',
    stored: '2026-05-01T00:00:00.000Z',
    indexed: '2026-05-01T00:00:00.000Z',
    served: null,
  });
  expect(await registry.keys()).toEqual([
    'docs/tide-table/1.0.0/changelog.md',
    'docs/tide-table/1.0.0/icon.png',
    'docs/tide-table/1.0.0/manifest.json',
    'docs/tide-table/1.0.0/permissions.json',
    'docs/tide-table/1.0.0/readme.md',
    'packages/tide-table/tide-table-1.0.0.tar.gz',
  ]);
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry).toMatchObject({
    owners: [{ provider: 'local', id: 1, login: 'tidewater' }],
    versions: [{ version: '1.0.0', sha256: result.sha256, size: result.size, status: 'live' }],
  });
  expect((await verifyRegistry(registry.context)).findings).toEqual([]);
});

test('publishPackage() of the same bytes again changes nothing and commits nothing', async () => {
  await using registry = await makeRegistry();
  const first = await registry.publish();
  const head = await registry.index.head();
  const again = await registry.publish();
  expect(again).toMatchObject({ unchanged: true, plan: null, sha256: first.sha256 });
  expect(again.stages.indexed).toBe(first.stages.validated);
  expect(await registry.index.head()).toBe(head);
});

test('publishPackage() of other bytes under a published version refuses and stores nothing', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const keys = await registry.keys();
  const other = registry.publish({ files: { 'README.md': '# Other\n' } });
  await expect(other).rejects.toMatchObject({ code: 'version-exists' });
  expect(await registry.keys()).toEqual(keys);
});

test('publishPackage() of a version that differs from a published one by case refuses', async () => {
  await using registry = await makeRegistry();
  await registry.publish({ manifest: { version: '1.0.0-RC' } }, { preRelease: true });
  const keys = await registry.keys();
  const other = registry.publish({ manifest: { version: '1.0.0-rc' } }, { preRelease: true });
  await expect(other).rejects.toMatchObject({
    code: 'version-exists',
    message: expect.stringContaining('only by case'),
  });
  expect(await registry.keys()).toEqual(keys);
});

test.each([
  ['1.0.0-beta.1', false, 'prerelease-flag-missing'],
  ['1.0.0', true, 'prerelease-flag-wrong'],
])('publishPackage() of %s with the flag %s refuses', async (version, preRelease, code) => {
  await using registry = await makeRegistry();
  const refused = registry.publish({ manifest: { version } }, { preRelease });
  await expect(refused).rejects.toMatchObject({ code: 'problems-found', problems: [{ code }] });
  expect(await registry.keys()).toEqual([]);
});

test('publishPackage() names errors before warnings, its own among them', async () => {
  await using registry = await makeRegistry();
  const refused = await registry
    .publish({ manifest: { icon: undefined } }, { preRelease: true })
    .catch((error: unknown) => error);
  expect(problemCodes(refused).slice(0, 2)).toEqual(['prerelease-flag-wrong', 'icon-missing']);
});

test('publishPackage() of a pre-release with its flag leaves a stable version the latest', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await registry.publish(
    { manifest: { version: '2.0.0-beta.1', displayName: 'Beta' } },
    { preRelease: true },
  );
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry?.displayName).toBe('Tide table');
  expect(entry?.versions.map(({ version }) => version)).toEqual(['2.0.0-beta.1', '1.0.0']);
});

test('publishPackage() under a name of someone else refuses, except for an operator', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const next = { manifest: { version: '1.1.0' } };
  const taken = registry.publish(next, { submitter: lantern });
  await expect(taken).rejects.toMatchObject({ code: 'name-taken' });
  expect(await registry.keys()).toHaveLength(6);
  await registry.publish(next, { submitter: { ...lantern, operator: true } });
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry?.owners).toEqual([tidewater]);
});

test('publishPackage() of a package of another name than was said refuses', async () => {
  await using registry = await makeRegistry();
  const refused = registry.publish({}, { expectedName: 'tide-tables' });
  await expect(refused).rejects.toMatchObject({ code: 'name-mismatch' });
  expect(await registry.keys()).toEqual([]);
});

test('publishPackage() names every problem at once and stores nothing', async () => {
  await using registry = await makeRegistry();
  const head = await registry.index.head();
  const manifest = { name: 'Tide_Table', version: '1', categories: ['sea'], permissions: ['all'] };
  const refused = await registry.publish({ manifest }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'problems-found' });
  const codes = problemCodes(refused);
  for (const code of ['name-invalid', 'version-invalid', 'category-unknown', 'permission-unknown'])
    expect(codes).toContain(code);
  expect(await registry.keys()).toEqual([]);
  expect(await registry.index.head()).toBe(head);
});

test('publishPackage() refuses what is no package, and one that is not what was announced', async () => {
  await using registry = await makeRegistry();
  const request = { submitter: tidewater, preRelease: false, dryRun: false };
  const file = await registry.packed();
  const sha256 = 'a'.repeat(64);
  const changed = { ...request, archive: { file, sha256 }, expectedName: undefined };
  await expect(publishPackage(changed, registry.context)).rejects.toMatchObject({
    code: 'digest-mismatch',
  });
  const none = registry.folder.join('none.tar.gz');
  const absent = { ...request, archive: { file: none }, expectedName: undefined };
  await expect(publishPackage(absent, registry.context)).rejects.toMatchObject({
    code: 'file-unreadable',
  });
  expect(await registry.keys()).toEqual([]);
});

test('publishPackage() as a dry run plans everything and stores nothing', async () => {
  await using registry = await makeRegistry();
  const head = await registry.index.head();
  const { plan, stages } = await registry.publish({}, { dryRun: true });
  expect(plan?.blobs).toHaveLength(6);
  expect(plan?.after.versions).toMatchObject([{ version: '1.0.0' }]);
  expect(stages.stored).toBeNull();
  expect(await registry.keys()).toEqual([]);
  expect(await registry.index.head()).toBe(head);
});

test('publishPackage() by two at once under one new name lets one in', async () => {
  await using registry = await makeRegistry();
  const ends = await Promise.allSettled([
    registry.publish({ files: { 'README.md': '# Mine\n' } }),
    registry.publish({ files: { 'README.md': '# Yours\n' } }, { submitter: lantern }),
  ]);
  expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const lost = ends.find((end) => end.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'name-taken' });
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry?.versions).toHaveLength(1);
  expect((await verifyRegistry(registry.context)).findings).toEqual([]);
});

test('publishPackage() of one name at once stores one package after the other', async () => {
  await using registry = await makeRegistry();
  const { blobs } = registry.context;
  const stored: string[] = [];
  registry.context.blobs = {
    ...blobs,
    put(blob, content) {
      stored.push(/1\.\d\.0/.exec(blob.key)?.[0] ?? '');
      return blobs.put(blob, content);
    },
  };
  const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];
  await Promise.all(versions.map((version) => registry.publish({ manifest: { version } })));
  const turns = stored.filter((version, nth) => version !== stored[nth - 1]);
  expect(turns.toSorted()).toEqual(versions);
});

test('publishPackage() of many names at once lands them all', async () => {
  await using registry = await makeRegistry();
  const names = ['amber', 'basalt', 'cobalt', 'dune', 'ebony', 'fern', 'granite', 'heather'];
  await Promise.all(names.map((name) => registry.publish({ manifest: { name } })));
  expect(await (await registry.index.snapshot()).names()).toHaveLength(names.length);
  expect(await verifyRegistry(registry.context)).toMatchObject({ versions: 8, findings: [] });
});

test('publishPackage() refuses a name that can not be told from someone else’s', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const twin = { manifest: { name: 'tidetable' } };
  await expect(registry.publish(twin, { submitter: lantern })).rejects.toMatchObject({
    code: 'name-near',
  });
  const mine = await registry.publish(twin);
  expect(mine.problems.map(({ code }) => code)).not.toContain('name-near');
  const operator = { ...lantern, operator: true } as const;
  await registry.publish({ manifest: { name: 'ti-de-table' } }, { submitter: operator });
  expect(await (await registry.index.snapshot()).names()).toHaveLength(3);
});

test('publishPackage() tells of names that look alike, but not of one’s own', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const alike = { manifest: { name: 'tide-tables' } };
  const theirs = await registry.publish(alike, { submitter: lantern, dryRun: true });
  expect(theirs.problems.map(({ code }) => code)).toContain('name-near');
  const mine = await registry.publish(alike);
  expect(mine.problems.map(({ code }) => code)).not.toContain('name-near');
});

test('publishPackage() after a publish that was cut off finishes it, or says how', async () => {
  await using registry = await makeRegistry();
  const { plan } = await registry.publish({}, { dryRun: true });
  const [blob] = plan?.blobs ?? [];
  if (blob === undefined) throw new Error('expected a blob');
  await registry.blobs.put(blob, { file: await registry.packed() });
  const other = registry.publish({ files: { 'README.md': '# Other\n' } });
  await expect(other).rejects.toMatchObject({
    code: 'blob-conflict',
    message: expect.stringContaining('cut off'),
    hint: expect.stringContaining('very same package'),
  });
  expect(await registry.keys()).toEqual([packageKey('tide-table', '1.0.0')]);
  expect(await registry.publish()).toMatchObject({ unchanged: false });
  expect((await verifyRegistry(registry.context)).findings).toEqual([]);
});

test('applyPlan() refuses a plan whose entry could not be read again, before it stores anything', async () => {
  await using registry = await makeRegistry();
  const { plan } = await registry.publish({}, { dryRun: true });
  if (plan === null) throw new Error('expected a plan');
  const broken = { ...plan, after: { ...plan.after, createdAt: 'today' } };
  const parent = await registry.index.head();
  const applied = applyPlan(broken, { ...registry.context, contents: new Map(), parent });
  await expect(applied).rejects.toMatchObject({ code: 'index-damaged' });
  expect(await registry.keys()).toEqual([]);
});

function problemCodes(error: unknown): string[] {
  if (!(error instanceof Error) || !('problems' in error) || !Array.isArray(error.problems))
    return [];
  return error.problems.map((found: { code: string }) => found.code);
}
