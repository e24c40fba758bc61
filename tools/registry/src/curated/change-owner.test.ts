import { expect, test } from 'vitest';
import { lantern, makeRegistry, tidewater } from '../../test/make-registry.ts';
import { changeOwner } from './change-owner.ts';

const origin = { by: { ...tidewater, operator: true }, reason: 'They asked for it' } as const;

test('changeOwner() lets a new owner publish, and an old one no longer', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const change = (action: 'add' | 'remove', owner: typeof lantern) =>
    changeOwner({ ...origin, action, name: 'tide-table', owner }, registry.context);
  expect((await change('add', lantern)).owners).toEqual([tidewater, lantern]);
  await registry.publish({ manifest: { version: '1.1.0' } }, { submitter: lantern });
  expect((await change('remove', tidewater)).owners).toEqual([lantern]);
  await expect(registry.publish({ manifest: { version: '1.2.0' } })).rejects.toMatchObject({
    code: 'name-taken',
  });
});

test('changeOwner() to what is so already commits nothing', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const head = await registry.index.head();
  const name = 'tide-table';
  await changeOwner({ ...origin, action: 'add', name, owner: tidewater }, registry.context);
  await changeOwner({ ...origin, action: 'remove', name, owner: lantern }, registry.context);
  expect(await registry.index.head()).toBe(head);
});

test('changeOwner() knows owners by their ids, whatever they are called', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const namesake = { ...lantern, login: tidewater.login };
  const change = (action: 'add' | 'remove', owner: typeof lantern) =>
    changeOwner({ ...origin, action, name: 'tide-table', owner }, registry.context);
  expect((await change('add', namesake)).owners).toEqual([tidewater, namesake]);
  const renamed = { ...lantern, login: 'paper-lantern' };
  expect((await change('remove', renamed)).owners).toEqual([tidewater]);
});

test('changeOwner() never takes the last owner away', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const request = {
    ...origin,
    action: 'remove',
    name: 'tide-table',
    owner: tidewater,
  } as const;
  await expect(changeOwner(request, registry.context)).rejects.toMatchObject({ code: 'usage' });
  await expect(changeOwner({ ...request, name: 'none' }, registry.context)).rejects.toMatchObject({
    code: 'extension-unknown',
  });
});
