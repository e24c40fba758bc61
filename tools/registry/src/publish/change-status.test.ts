import { expect, test } from 'vitest';
import { lantern, makeRegistry, tidewater, type TestRegistry } from '../../test/make-registry.ts';
import { git } from '../index/git.ts';
import { verifyRegistry } from '../verify-registry.ts';
import { changeStatus, type StatusRequest } from './change-status.ts';

const operator = { ...lantern, operator: true } as const;

test('changeStatus() yanks with a reason, and puts back without one', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const yanked = await change(registry, { reason: 'Shows the wrong sea' });
  expect(yanked).toEqual({
    name: 'tide-table',
    version: '1.0.0',
    status: 'yanked',
    reason: 'Shows the wrong sea',
    unchanged: false,
  });
  expect(await readVersion(registry)).toMatchObject({ status: 'yanked' });
  expect(await change(registry, { action: 'unyank' })).toMatchObject({
    status: 'live',
    reason: null,
  });
  expect(await readVersion(registry)).not.toHaveProperty('reason');
  expect((await verifyRegistry(registry.context)).findings).toEqual([]);
});

test('changeStatus() to what is so already commits nothing', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await change(registry, { reason: 'Old' });
  const head = await registry.index.head();
  expect(await change(registry, { reason: 'Old' })).toMatchObject({ unchanged: true });
  expect(await registry.index.head()).toBe(head);
});

test('changeStatus() removes the submission that asked, in one commit with the change', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const path = 'submissions/tide-table/1.0.0.json';
  for (const unchanged of [false, true]) {
    const parent = await registry.index.head();
    const changes = [{ path, content: '{}\n' }];
    const asked = { parent, changes, message: 'Submit\n', at: new Date() };
    const submitted = await registry.index.commit(asked);
    expect(await change(registry, { submission: path })).toMatchObject({ unchanged });
    const snapshot = await registry.index.snapshot();
    expect(await snapshot.readFile(path)).toBeNull();
    const args = ['rev-parse', `${snapshot.commit}^`];
    expect((await git(registry.index.directory, { args })).toString().trim()).toBe(submitted);
  }
});

test('changeStatus() leaves quarantine to operators', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await expect(change(registry, { action: 'quarantine' })).rejects.toMatchObject({
    code: 'not-an-owner',
  });
  await change(registry, { action: 'quarantine', reason: 'Steals tokens', submitter: operator });
  expect(await readVersion(registry)).toMatchObject({ status: 'quarantined' });
  await expect(change(registry, { action: 'unyank' })).rejects.toMatchObject({
    code: 'version-quarantined',
  });
  await change(registry, { action: 'unyank', submitter: operator });
  expect(await readVersion(registry)).toMatchObject({ status: 'live' });
});

test.each([
  ['someone else’s extension', { submitter: lantern }, 'not-an-owner'],
  ['an unknown extension', { name: 'none' }, 'extension-unknown'],
  ['an unknown version', { version: '9.0.0' }, 'version-unknown'],
  ['a reason that is too long for an entry', { reason: 'x'.repeat(501) }, 'usage'],
  ['a reason that would write to a terminal', { reason: '\u001b[2J' }, 'usage'],
])('changeStatus() of %s refuses', async (_what, facts, code) => {
  await using registry = await makeRegistry();
  await registry.publish();
  const head = await registry.index.head();
  await expect(change(registry, facts)).rejects.toMatchObject({ code });
  expect(await registry.index.head()).toBe(head);
});

test('changeStatus() of several versions at once lands them all', async () => {
  await using registry = await makeRegistry();
  const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];
  for (const version of versions) await registry.publish({ manifest: { version } });
  await Promise.all(versions.map((version) => change(registry, { version })));
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry?.versions.map(({ status }) => status)).toEqual(versions.map(() => 'yanked'));
});

function change(registry: TestRegistry, facts: Partial<StatusRequest>) {
  const request: StatusRequest = {
    action: 'yank',
    name: 'tide-table',
    version: '1.0.0',
    reason: undefined,
    submitter: tidewater,
    ...facts,
  };
  return changeStatus(request, registry.context);
}

async function readVersion(registry: TestRegistry) {
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  return entry?.versions[0];
}
