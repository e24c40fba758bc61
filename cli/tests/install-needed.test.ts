import { extensionFiles } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';

/** Publishes a VS Code-compatible extension of `harbor`. */
async function publish(
  { registry }: World,
  of: { name: string; version?: string } & Record<string, unknown>,
  change: Parameters<World['registry']['publish']>[1] = {},
): Promise<void> {
  const vscode = { publisher: 'harbor', engines: { vscode: '^1.90.0' } };
  const files = extensionFiles({ version: '1.0.0', ...vscode, ...of });
  await registry.publish({ ...files, 'dist/main.js': 'exports.activate = () => {};\n' }, change);
}

/** A circle of extensions, of which some can't be had. */
async function makeRelated(): Promise<World> {
  const world = await makeWorld();
  await publish(world, {
    name: 'tide',
    extensionDependencies: ['Harbor.Base', 'lantern.base', 'harbor.beta'],
    extensionPack: ['harbor.withdrawn', 'harbor.base'],
  });
  await publish(world, { name: 'base', extensionDependencies: ['harbor.deep'] });
  await publish(world, { name: 'deep', extensionPack: ['harbor.tide', 'harbor.base'] });
  await publish(world, { name: 'beta', version: '1.0.0-beta.1' });
  await publish(world, { name: 'withdrawn' }, { status: 'yanked' });
  return world;
}

async function installed({ cli }: World): Promise<string[]> {
  const { stdout } = await cli(['list', '--json']);
  return JSON.parse(stdout).map(({ name }: { name: string }) => name);
}

test('install takes an id of VS Code, whose name here differs, or says what to type', async () => {
  await using world = await makeWorld();
  await publish(world, { name: 'tide-table' });
  const ended = await world.cli(['install', 'Harbor.TideTable@^1.0.0', '--yes']);
  expect(ended.stderr).toContain('tide-table');
  expect(await installed(world)).toEqual(['tide-table']);
  expect((await world.cli(['show', 'harbor.tide-table'])).stdout).toContain('tide-table');

  const other = await world.cli(['install', 'lantern.tide-table', '--yes']);
  expect(other).toMatchObject({ exitCode: 1 });
  expect(other.stderr).toContain("There is 'tide-table', which VS Code calls 'harbor.tide-table'");
  const none = await world.cli(['install', 'lantern.lighthouse', '--yes']);
  expect(none.stderr).toContain('its name here may differ: orchestra ext search lighthouse');
});

test('install without --with-needed names what is needed, and installs none of it', async () => {
  await using world = await makeRelated();
  const ended = await world.cli(['install', 'tide', '--yes']);
  expect(ended.exitCode).toBe(0);
  expect(ended.stderr).toContain('It names base 1.0.0, deep 1.0.0: --with-needed installs');
  expect(ended.stderr).toContain("It names lantern.base: Static registry doesn't have it");
  expect(await installed(world)).toEqual(['tide']);
});

test('install --with-needed installs them in a circle, and tells what can not be had', async () => {
  await using world = await makeRelated();
  const ended = await world.cli(['install', 'tide', '--yes', '--with-needed', '--json']);
  const { installed: added, missing } = JSON.parse(ended.stdout);
  expect(added.map(({ name }: { name: string }) => name)).toEqual(['tide', 'base', 'deep']);
  expect(missing.map(({ id }: { id: string }) => id)).toEqual([
    'lantern.base',
    'harbor.beta',
    'harbor.withdrawn',
  ]);
  expect(missing[1].why).toContain('pre-release');
  expect(await installed(world)).toEqual(['base', 'deep', 'tide']);
  const again = await world.cli(['install', 'tide', '--yes', '--with-needed']);
  expect(again.stdout).toBe('tide 1.0.0 is installed already\n');
});

test('install --with-needed asks for consent to all, and changes nothing without', async () => {
  await using world = await makeRelated();
  const ended = await world.cli(['install', 'tide', '--with-needed']);
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toContain('deep 1.0.0');
  expect(await installed(world)).toEqual([]);
});

test('install looks for so many extensions and no more', async () => {
  await using world = await makeWorld();
  for (let at = 0; at < 60; at += 1) {
    await publish(world, { name: `link-${at}`, extensionPack: [`harbor.link-${at + 1}`] });
  }
  const ended = await world.cli(['install', 'link-0', '--yes', '--with-needed', '--json']);
  const { installed: added, missing } = JSON.parse(ended.stdout);
  expect(added).toHaveLength(51);
  expect(missing).toEqual([{ id: 'harbor.link-51', why: 'more than 50 extensions are named' }]);
});

test('update offers what a new version newly names, and installs it with consent alone', async () => {
  await using world = await makeWorld();
  await publish(world, { name: 'base' });
  await publish(world, { name: 'lamp' });
  await publish(world, { name: 'tide', extensionPack: ['harbor.lamp'] });
  await world.cli(['install', 'tide', '--yes']);
  const names = {
    extensionPack: ['harbor.lamp', 'harbor.gone'],
    extensionDependencies: ['harbor.base'],
  };
  await publish(world, { name: 'tide', version: '1.1.0', ...names });
  const refused = await world.cli(['update', '--with-needed']);
  expect(refused.exitCode).toBe(1);
  expect(await installed(world)).toEqual(['tide']);

  const named = await world.cli(['update', '--yes', '--json']);
  expect(JSON.parse(named.stdout)).toEqual({ updated: [expect.anything()], pinned: [] });
  expect(named.stderr).toContain(
    'It names base 1.0.0: install them with orchestra ext install base',
  );
  expect(named.stderr).toContain("It names harbor.gone: Static registry doesn't have it");
  expect(await installed(world)).toEqual(['tide']);

  await world.cli(['install', 'tide@1.0.0', '--yes']);
  await world.cli(['install', 'tide', '--yes']);
  await publish(world, {
    name: 'tide',
    version: '1.2.0',
    ...names,
    extensionPack: ['harbor.base'],
  });
  const without = await world.cli(['update', '--yes', '--with-needed', '--json']);
  expect(JSON.parse(without.stdout)).not.toHaveProperty('installed');
  await publish(world, { name: 'tide', version: '1.3.0', ...names });
  const ended = await world.cli(['update', '--yes', '--with-needed', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({
    installed: [{ name: 'lamp', version: '1.0.0' }],
  });
  expect(await installed(world)).toEqual(['lamp', 'tide']);
});

test('show names what an extension needs and brings along, and whether it is here', async () => {
  await using world = await makeRelated();
  const { stdout } = await world.cli(['show', 'tide']);
  expect(stdout).toMatch(/needs +Harbor\.Base \(base\), lantern\.base \(not in this registry\)/);
  expect(stdout).toMatch(
    /brings +harbor\.withdrawn \(not in this registry\), harbor\.base \(base\)/,
  );
  const json = await world.cli(['show', 'tide', '--json']);
  expect(JSON.parse(json.stdout).related).toContainEqual({
    id: 'Harbor.Base',
    kind: 'needed',
    name: 'base',
  });
});
