import { expect, test } from 'vitest';
import { makeGitHubRegistry } from '../../test/make-github-registry.ts';
import { transfer } from './transfer.ts';

const reason = 'They asked for it in public';

test('transfer() pins the repository as GitHub knows it, in a commit that says who and why', async () => {
  await using made = await makeGitHubRegistry();
  const { id } = await made.github.addRepository('paper-lantern/tide-tables');
  const context = { ...made.context, as: 'Tidewater' };
  const moved = await transfer.run(
    { name: 'tide-table', to: 'Paper-Lantern/Tide-Tables', reason },
    context,
  );
  const to = { repositoryId: id, repository: 'paper-lantern/tide-tables' };
  const from = { repositoryId: made.sourceId, repository: 'tidewater/tables' };
  expect(moved).toEqual({ name: 'tide-table', from, to, changed: true });
  expect((await (await made.index.snapshot()).readEntry('tide-table'))?.source).toEqual(to);
  expect(await made.lastMessage()).toBe(
    `Transfer tide-table from tidewater/tables to paper-lantern/tide-tables\n\n${reason}\n\nBy: tidewater (github ${made.ownerId})`,
  );
});

test('transfer() to where it is changes nothing; a renamed repository is the same one', async () => {
  await using made = await makeGitHubRegistry();
  const request = { name: 'tide-table', to: 'tidewater/tables', reason };
  const head = await made.index.head();
  expect(await transfer.run(request, made.context)).toMatchObject({ changed: false });
  expect(await made.index.head()).toBe(head);
  await made.github.renameRepository('tidewater/tables', 'tides');
  expect(await transfer.run(request, made.context)).toMatchObject({
    changed: true,
    to: { repositoryId: made.sourceId, repository: 'tidewater/tides' },
  });
});

test.each([
  ['tidewater/none', 'not-found'],
  ['tidewater/hidden', 'usage'],
  ['https://github.com/tidewater/tables', 'usage'],
  ['tidewater/..', 'usage'],
])('transfer() to %s is refused: %s', async (to, code) => {
  await using made = await makeGitHubRegistry();
  await made.github.addRepository('tidewater/hidden', { private: true });
  const token = made.github.addToken('tidewater', { kind: 'classic', scopes: ['repo'] });
  const head = await made.index.head();
  const context = { ...made.context, github: { ...made.context.github, token } };
  made.github.addCollaborator('harbor/registry', 'tidewater', 'write');
  await expect(transfer.run({ name: 'tide-table', to, reason }, context)).rejects.toMatchObject({
    code,
  });
  expect(await made.index.head()).toBe(head);
});

test('transfer() takes a reason of one line', async () => {
  await using made = await makeGitHubRegistry();
  const request = { name: 'tide-table', to: 'tidewater/tables', reason: 'One\nBy: someone' };
  await expect(transfer.run(request, made.context)).rejects.toMatchObject({ code: 'usage' });
});
