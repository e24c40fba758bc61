import { apiFamilies, unsupportedCalls } from '@orchestra/core';
import { expect, test } from 'vitest';
import { notOfferedByRaycast } from '../../src/guest/raycast/not-offered-members.ts';
import { runRaycast } from '../../test/run-raycast.ts';

/** What the table of permissions has of Raycast, but for types. */
const members = apiFamilies
  .flatMap(({ tables }) => tables)
  .filter(({ module }) => module === '@raycast/api')
  .flatMap(({ judgements }) => judgements)
  .filter(({ why }) => !why.startsWith('Types'))
  .flatMap(({ names }) => names)
  .filter((name) => !name.endsWith('.prototype'));

test('what is not offered when it runs is what a check of the code tells, and the other way round', () => {
  const told = Object.values(unsupportedCalls).flatMap(({ raycast }) => raycast);
  const isWithin = (member: string, name: string) =>
    member === name || member.startsWith(`${name}.`);
  const notOffered = notOfferedByRaycast.map(({ member }) => member);
  const early = new Set(['render', 'specialKeys', 'useActionPanel']); // their calls are no functions
  expect(
    notOffered.filter(
      (member) => !early.has(member) && !told.some((name) => isWithin(member, name)),
    ),
  ).toEqual([]);
  const signIns = new Set(['OAuthService', 'withAccessToken', 'getAccessToken']); // made with what OAuth has
  expect(
    told.filter(
      (name) => !signIns.has(name) && !notOffered.some((member) => isWithin(member, name)),
    ),
  ).toEqual([]);
});

test('each member that is judged is offered, or says by its name that it is not', async () => {
  const { sandbox, logs } = await runRaycast(
    {
      'src/it.tsx': `
import * as api from '@raycast/api';
const find = (name) => name.split('.').reduce((value, part) => value?.[part], api);
const told = (name) => {
  try {
    const value = find(name);
    return value === undefined ? 'missing' : 'there';
  } catch (error) {
    return error.message;
  }
};
const calls = (name) => {
  try {
    find(name)({});
    return 'no error';
  } catch (error) {
    return error.message;
  }
};
export default function it() {
  console.log(JSON.stringify([
    ${JSON.stringify(members)}.map((name) => [name, told(name)]),
    ${JSON.stringify(notOfferedByRaycast.filter(({ isCalled }) => isCalled).map(({ member }) => member))}.map((name) => [name, calls(name)]),
  ]));
}`,
    },
    {
      facts: {
        commands: [{ name: 'it', title: 'It', mode: 'no-view', preferences: [], arguments: [] }],
      },
    },
  );
  await sandbox.runCommand('it');
  const [found, called]: [string, string][][] = JSON.parse(logs[0]?.text ?? '[[],[]]');
  const known = new Set<string>(notOfferedByRaycast.map(({ member }) => member));
  expect(found?.length).toBeGreaterThan(100);
  expect(found?.filter(([name, told]) => told !== 'there' && !known.has(name))).toEqual([]);
  for (const [name, told] of called ?? []) expect(told).toContain(`doesn't offer ${name}`);
});
