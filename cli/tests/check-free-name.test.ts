import { extensionFiles } from '@orchestra/testkit';
import { type SearchItem, toSearchRow } from '@orchestra/search';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';

const tideTable: SearchItem = {
  name: 'tide-table',
  displayName: 'Tide table',
  description: 'Shows the sea',
  compat: 'native',
  categories: ['productivity'],
  tags: [],
  publishers: ['tidewater'],
  updatedAt: Date.UTC(2026, 0, 1),
  featured: false,
  verified: false,
  version: '1.0.0',
  icon: null,
  permissions: [],
  mayNeed: [],
  installs: 0,
  downloads: 0,
  rating: { average: null, count: 0 },
};

async function makeNamed(): Promise<World> {
  const world = await makeWorld();
  const { files } = world.registry;
  await world.registry.publish(extensionFiles({ name: 'tide-table', version: '1.0.0' }));
  files.set('/reserved-names.json', JSON.stringify({ format: 1, reserved: ['orchestra'] }));
  files.set('/search/index.json', JSON.stringify({ format: 1, total: 1, popular: 1, words: [] }));
  files.set('/search/popular.json', JSON.stringify([toSearchRow(tideTable)]));
  return world;
}

test('check --name tells whether a name is free, without a folder', async () => {
  await using world = await makeNamed();
  const ask = async (name: string) => {
    const ended = await world.cli(['check', '--name', name, '--json', '-C', world.home.path]);
    const { problems, ...value } = JSON.parse(ended.stdout);
    const codes = problems.map(({ code }: { code: string }) => code);
    return { exitCode: ended.exitCode, ...value, codes };
  };
  const free = { exitCode: 0, free: true, taken: null };
  expect(await ask('harbour')).toEqual({ ...free, name: 'harbour', codes: [] });
  expect(await ask('tide-tables')).toMatchObject({ ...free, codes: ['name-near'] });
  expect(await ask('tidetab1e')).toMatchObject({ ...free, codes: ['name-near'] });
  const refused = { exitCode: 1, free: false, taken: null };
  expect(await ask('orchestra')).toMatchObject({ ...refused, codes: ['name-reserved'] });
  expect(await ask('nul')).toMatchObject({ ...refused, codes: ['name-reserved'] });
  expect(await ask('../Tide Table')).toMatchObject({ ...refused, codes: ['name-invalid'] });
  const taken = await ask('tide-table');
  expect(taken).toMatchObject({ exitCode: 1, free: false, taken: { compat: 'native' }, codes: [] });
  expect(taken.taken.owners).toHaveLength(1);
});

test('check --name says what to do, and what it could not ask', async () => {
  await using world = await makeNamed();
  const illegal = await world.cli(['check', '--name', 'Tide Table']);
  expect(illegal.stdout).toContain("Rename it, for example to 'tide-table'.");
  const taken = await world.cli(['check', '--name', 'tide-table']);
  expect(taken.stdout).toContain('See it: orchestra ext show tide-table');
  world.registry.files.delete('/search/index.json');
  world.registry.files.delete('/reserved-names.json');
  const alone = await world.cli(['check', '--name', 'harbour']);
  expect(alone).toMatchObject({ exitCode: 0, stdout: "'harbour' is free\n" });
  expect(alone.stderr).toContain('Which names are near to it is not known');
  expect(alone.stderr).toContain('Which names are reserved is not known');
});

test('check --name fails where the registry is down: nobody knows then', async () => {
  await using world = await makeNamed();
  world.registry.onRequest = () => true;
  const ended = await world.cli(['check', '--name', 'harbour', '--json']);
  expect(ended.exitCode).not.toBe(0);
  expect(ended.stdout + ended.stderr).toContain('"code": "registry-unreachable"');
});
