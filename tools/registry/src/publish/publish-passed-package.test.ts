import { packageKey } from '@orchestra/core';
import { expect, test } from 'vitest';
import { lantern, makeRegistry, type TestRegistry, tidewater } from '../../test/make-registry.ts';
import { type PassedRequest, publishPassedPackage } from './publish-passed-package.ts';
import { readPassedPackage } from './read-passed-package.ts';

test('publishPassedPackage() removes the submission that asked, in one commit with the publish', async () => {
  await using registry = await makeRegistry();
  const submission = 'submissions/tide-table/1.0.0.json';
  for (const kind of ['applied', 'unchanged']) {
    await submit(registry, submission);
    const before = await registry.index.head();
    const planned = await publish(registry, { submission, dryRun: true });
    expect(planned.kind).toBe(kind === 'applied' ? 'planned' : kind);
    expect(await registry.index.head()).toBe(before);
    expect((await publish(registry, { submission })).kind).toBe(kind);
    const { commit, readFile } = await registry.index.snapshot();
    expect(await readFile(submission)).toBeNull();
    const changed = kind === 'applied' ? ['extensions/ti/de/tide-table.json'] : [];
    expect(await registry.index.changedBetween(before, commit)).toEqual(changed);
  }
});

test('publishPassedPackage() lets a name that can not be told from another one in where a person did', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const twin = { name: 'tidetable', submitter: lantern };
  await expect(publish(registry, { ...twin, approved: false })).rejects.toMatchObject({
    code: 'name-near',
  });
  const done = await publish(registry, twin);
  expect(done).toMatchObject({ kind: 'applied', near: [{ code: 'name-near' }] });
});

async function publish(
  registry: TestRegistry,
  { name = 'tide-table', ...request }: Partial<PassedRequest> & { name?: string },
) {
  const file = await registry.packed({ manifest: { name } });
  const { limits } = registry.context;
  const demands = { limits, reservedNames: new Set<string>(), preRelease: false };
  const passed = await readPassedPackage(file, demands);
  const contents = new Map(passed.contents).set(packageKey(name, '1.0.0'), { file });
  const asked: PassedRequest = {
    passed,
    contents,
    submitter: tidewater,
    source: { kind: 'upload' },
    approved: true,
    publishedAt: '2026-05-01T00:00:00.000Z',
    dryRun: false,
    ...request,
  };
  return publishPassedPackage(asked, registry.context);
}

async function submit({ index }: TestRegistry, path: string): Promise<void> {
  const changes = [{ path, content: '{}\n' }];
  const parent = await index.head();
  await index.commit({ parent, changes, message: 'Submit\n', at: new Date() });
}
