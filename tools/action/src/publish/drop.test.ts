import { RegistryError } from '@orchestra/core';
import { findChange, GitIndex } from '@orchestra/registry';
import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { toFailure } from '../to-failure.ts';
import { drop } from './drop.ts';

const path = 'submissions/tide-table/1.0.0.json';

test('drop() removes a submission once, in a commit that says why and names no email', async () => {
  await using folder = await makeFolder();
  using index = await GitIndex.open(folder.path, { files: new Map([[path, '{}\n']]) });
  const failure = toFailure(new RegistryError('problems-found', 'It has one problem'));
  const context = {
    index,
    now: () => new Date(),
    failure,
    details: ['name: it is\nof tide@mail.dev'],
  };
  await drop(path, context);
  const head = await index.head();
  const { message } = (await findChange(index.directory, { path, kind: 'removed', head })) ?? {};
  const why = 'problems-found: It has one problem\nname: it is\uFFFDof [email removed]';
  expect(message).toBe(`Refuse ${path}\n\n${why}`);
  await drop(path, context);
  expect(await index.head()).toBe(head);
});
