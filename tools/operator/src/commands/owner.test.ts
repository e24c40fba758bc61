import { expect, test } from 'vitest';
import { makeGitHubRegistry } from '../../test/make-github-registry.ts';
import { owner } from './owner.ts';

test('owner() adds an account of GitHub by its id, and pushes a commit that says who and why', async () => {
  await using made = await makeGitHubRegistry();
  const added = await owner.run(
    { action: 'add', name: 'tide-table', login: 'paper-lantern', reason: 'Joined the project' },
    { ...made.context, as: 'tidewater' },
  );
  expect(added.owners).toMatchObject([
    { provider: 'github', id: made.ownerId, login: 'tidewater' },
    { provider: 'github', login: 'paper-lantern' },
  ]);
  const entry = await (await made.index.snapshot()).readEntry('tide-table');
  expect(entry?.owners).toEqual(added.owners);
  expect(await made.lastMessage()).toBe(
    `Add owner paper-lantern to tide-table\n\nJoined the project\n\nBy: tidewater (github ${made.ownerId})`,
  );
});

test('owner() of an account that GitHub has not changes nothing', async () => {
  await using made = await makeGitHubRegistry();
  const head = await made.index.head();
  for (const login of ['nobody-here', '../users']) {
    const request = { action: 'add', name: 'tide-table', login } as const;
    await expect(owner.run(request, made.context)).rejects.toMatchObject({ code: 'user-unknown' });
  }
  expect(await made.index.head()).toBe(head);
});

test('owner() works on what was pushed meanwhile', async () => {
  await using made = await makeGitHubRegistry();
  const request = { name: 'tide-table' } as const;
  await owner.run({ ...request, action: 'add', login: 'paper-lantern' }, made.context);
  const elsewhere = { ...made.context, data: `${made.context.data}-2` };
  await owner.run({ ...request, action: 'remove', login: 'tidewater' }, elsewhere);
  const last = owner.run({ ...request, action: 'remove', login: 'paper-lantern' }, made.context);
  await expect(last).rejects.toMatchObject({ code: 'usage' });
});

test('owner() without a token, or with one that may not write, says so', async () => {
  await using made = await makeGitHubRegistry();
  const request = { action: 'add', name: 'tide-table', login: 'paper-lantern' } as const;
  const add = (token: string | undefined) =>
    owner.run({ ...request }, { ...made.context, github: { ...made.context.github, token } });
  await expect(add(undefined)).rejects.toMatchObject({ code: 'token-missing' });
  const stranger = made.github.addToken('paper-lantern', { scopes: ['public_repo'] });
  await expect(add(stranger)).rejects.toMatchObject({ code: 'scope-missing' });
});
