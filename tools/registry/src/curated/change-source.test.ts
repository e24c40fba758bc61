import { expect, test } from 'vitest';
import { makeRegistry, tidewater } from '../../test/make-registry.ts';
import { git } from '../index/git.ts';
import { changeSource } from './change-source.ts';

const source = { repositoryId: 7, repository: 'tidewater/tables' };
const request = {
  name: 'tide-table',
  by: tidewater,
  reason: 'Renamed by tide@tidewater.dev',
  source,
};

test('changeSource() pins another repository, and says who wanted it and why', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const { before, after } = await changeSource(request, registry.context);
  expect([before.source, after.source]).toEqual([null, source]);
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  expect(entry).toEqual(after);
  const message = await git(registry.index.directory, { args: ['log', '-1', '--format=%B'] });
  expect(message.toString().trim()).toBe(
    'Transfer tide-table from uploads to tidewater/tables\n\nRenamed by [email removed]\n\nBy: tidewater (local 1)',
  );
});

test('changeSource() to what is so already commits nothing', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await changeSource(request, registry.context);
  const head = await registry.index.head();
  await changeSource(request, registry.context);
  expect(await registry.index.head()).toBe(head);
});

test('changeSource() of what nobody published changes nothing', async () => {
  await using registry = await makeRegistry();
  const head = await registry.index.head();
  await expect(changeSource(request, registry.context)).rejects.toMatchObject({
    code: 'extension-unknown',
  });
  expect(await registry.index.head()).toBe(head);
});
