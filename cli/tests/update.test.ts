import { extensionFiles } from '@orchestra/testkit';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';

const tide = (version: string, more: Record<string, unknown> = {}) =>
  extensionFiles({ name: 'tide', version, ...more });

async function versionOf(world: World): Promise<unknown> {
  const [first] = JSON.parse((await world.cli(['list', '--json'])).stdout);
  return first?.version;
}

test('outdated tells current, wanted, latest and the changelog in between', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide@^1', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  await world.registry.publish(tide('2.0.0'));
  const ended = await world.cli(['outdated', '--json']);
  expect(ended.exitCode).toBe(0);
  expect(JSON.parse(ended.stdout)).toEqual([
    {
      name: 'tide',
      current: '1.0.0',
      wanted: '1.1.0',
      latest: '2.0.0',
      changelog: '## 1.1.0\n\n- What is new in 1.1.0.',
    },
  ]);
});

test('update without consent changes nothing', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0', { permissions: ['network'] }));
  const ended = await world.cli(['update']);
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toMatch(/new in this version: network/);
  expect(ended.stderr).toMatch(/consent-required/);
  expect(await versionOf(world)).toBe('1.0.0');
});

test('update to code that nobody can tell asks as for a new permission, and so does going back', async () => {
  await using world = await makeWorld();
  const unclear = (version: string) =>
    world.registry.publish(tide(version), { unclearCode: { mayNeed: ['network'] } });
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await unclear('1.1.0');
  const asked = await world.cli(['update']);
  expect(asked.exitCode).toBe(1);
  expect(asked.stderr).toMatch(/new in this version: in code that nobody can tell.*: network/);
  await world.cli(['update', '--yes']);
  await unclear('1.2.0');
  expect((await world.cli(['update'])).stderr).not.toContain('new in this version');
  await world.registry.publish(tide('1.3.0'));
  await world.cli(['update', '--yes']);
  const back = await world.cli(['rollback', 'tide']);
  expect(back).toMatchObject({ exitCode: 1 });
  expect(back.stderr).toMatch(/may also: in code that nobody can tell.*network. Go back to it\?/);
});

test('update, rollback and update again', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  const updated = await world.cli(['update', '--yes', '--json']);
  expect(JSON.parse(updated.stdout)).toMatchObject({
    updated: [{ name: 'tide', from: '1.0.0', to: '1.1.0' }],
  });

  await world.registry[Symbol.asyncDispose](); // going back needs no network
  const back = await world.cli(['rollback', 'tide', '--json']);
  expect(JSON.parse(back.stdout)).toEqual({
    name: 'tide',
    from: '1.1.0',
    to: '1.0.0',
    pinned: true,
  });
  expect(await readFile(world.home.join('extensions/tide/dist/main.js'), 'utf8')).toMatch(
    /1\.0\.0/,
  );
  expect((await world.cli(['verify'])).exitCode).toBe(0);

  const forth = await world.cli(['rollback', 'tide', '--json']);
  expect(JSON.parse(forth.stdout)).toMatchObject({ to: '1.1.0', pinned: false });
});

test('what was rolled back stays until it is asked for by name', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  await world.cli(['update', '--yes']);
  await world.cli(['rollback', 'tide']);
  const ended = await world.cli(['update', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toEqual({ updated: [], pinned: ['tide'] });
  await world.cli(['install', 'tide', '--yes']);
  expect(await versionOf(world)).toBe('1.1.0');
});

test('an exact version pins, and its name alone lets it go on', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide@1.0.0', '--yes']);
  expect((await world.cli(['list'])).stdout).toMatch(/1\.0\.0 pinned/);
  await world.cli(['install', 'tide']);
  expect((await world.cli(['list'])).stdout).not.toMatch(/pinned/);
});

test('a pre-release reaches only who runs one', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0-beta.1'));
  await world.cli(['update', '--yes']);
  expect(await versionOf(world)).toBe('1.0.0');
  await world.cli(['install', 'tide', '--pre-release', '--yes']);
  expect(await versionOf(world)).toBe('1.1.0-beta.1');
  await world.registry.publish(tide('1.1.0-beta.2'));
  await world.cli(['update', '--yes']);
  expect(await versionOf(world)).toBe('1.1.0-beta.2');
});

test('a yanked version is kept, and its reason is told', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  const { entry } = await world.registry.publish(tide('1.1.0'));
  await world.cli(['install', 'tide', '--yes']);
  const versions = entry.versions.map((one) =>
    one.version === '1.1.0' ? { ...one, status: 'yanked' as const, reason: 'Eats files' } : one,
  );
  world.registry.put({ ...entry, versions });
  expect((await world.cli(['outdated'])).stdout).toMatch(/1\.1\.0 was yanked: Eats files/);
  await world.cli(['update', '--yes']);
  expect(await versionOf(world)).toBe('1.1.0');
});

test('rollback says so where no version is kept', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  const ended = await world.cli(['rollback', 'tide', '--json']);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'no-previous-version' } });
});

test('uninstall removes an extension with everything kept of it', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  await world.cli(['update', '--yes']);
  expect((await world.cli(['uninstall', 'tide'])).exitCode).toBe(0);
  for (const path of ['tide/package.json', '.previous/tide/1.0.0', '.records/tide/1.1.0.json']) {
    await expect(readFile(world.home.join('extensions', path))).rejects.toThrow(/ENOENT/);
  }
  const again = await world.cli(['uninstall', 'tide', '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'not-installed' } });
});

test('rollback to a version that may do one thing more asks for consent', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0', { permissions: ['network'] }));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  await world.cli(['update', '--yes']);
  const refused = await world.cli(['rollback', 'tide', '--json']);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'consent-required' } });
  expect(await versionOf(world)).toBe('1.1.0');
  expect((await world.cli(['rollback', 'tide', '--yes'])).exitCode).toBe(0);
  expect(await versionOf(world)).toBe('1.0.0');
});
