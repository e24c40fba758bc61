import { defaultLimits } from '@orchestra/core';
import { extensionFiles, makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';

const evaluating = {
  ...extensionFiles({ name: 'tide', version: '1.0.0' }),
  'dist/main.js': 'export const activate = (context) => eval(context.code);\n',
};

const editor = (change: Record<string, unknown>) => {
  const vscode = { publisher: 'harbor', engines: { vscode: '^1.90.0' } };
  const files = extensionFiles({ name: 'tide', version: '1.0.0', ...vscode, ...change });
  return { ...files, 'dist/main.js': 'exports.activate = () => {};\n' };
};

/** What `check` finds of a kind, and how it ends. */
async function found(
  world: World,
  of: { files: Record<string, string>; code: string; flags?: string[] },
): Promise<{ exitCode: number | null; problems: { [field: string]: string }[] }> {
  await using folder = await makeFolder(of.files);
  const flags = of.flags ?? [];
  const ended = await world.cli(['check', '--json', '-C', folder.path, ...flags]);
  const { problems } = JSON.parse(ended.stdout);
  return {
    exitCode: ended.exitCode,
    problems: problems.filter(({ code }: { code: string }) => code === of.code),
  };
}

test('check tells once that a person has to look, and with --strict fails on it', async () => {
  await using world = await makeWorld();
  const code = 'review-required';
  const once = await found(world, { files: evaluating, code });
  expect(once).toMatchObject({
    exitCode: 0,
    problems: [{ severity: 'warning', path: 'dist/main.js:1:38' }],
  });
  expect(once.problems[0]?.hint).toContain('orchestra ext publish --request-review');
  const flags = ['--strict'];
  expect(await found(world, { files: evaluating, code, flags })).toMatchObject({ exitCode: 1 });
  const files = extensionFiles({ name: 'tide', version: '1.0.0' });
  expect(await found(world, { files, code, flags })).toEqual({ exitCode: 0, problems: [] });
});

test('check and pack show each place once, and that publishing waits', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder(evaluating);
  for (const command of ['check', 'pack']) {
    const { exitCode, stdout } = await world.cli([command, '-C', folder.path]);
    expect(exitCode).toBe(0);
    expect(stdout.match(/would wait for a person/g)).toHaveLength(1);
    expect(stdout).toContain('review-required');
    expect(stdout).not.toContain('permission-unresolved');
    expect(stdout).toContain('Can’t be resolved');
  }
});

test('check tells what happens at a registry that is published to by pull requests', async () => {
  await using world = await makeWorld();
  const { registry } = world;
  const config = JSON.parse(String(registry.files.get('/config.json')));
  const publish = { via: 'pull-request', repository: 'harbor/registry', clientId: 'none' };
  registry.files.set('/config.json', JSON.stringify({ ...config, publish, limits: defaultLimits }));
  const { problems } = await found(world, { files: evaluating, code: 'review-required' });
  expect(problems[0]?.hint).toContain('the pull request to harbor/registry waits until someone');
});

test('check names needed extensions, and those that the registry has', async () => {
  await using world = await makeWorld();
  await world.registry.publish(editor({ name: 'tide-base' }));
  const files = editor({
    extensionDependencies: ['Harbor.TideBase', 'lantern.tide-base'],
    extensionPack: ['harbor.tide-base', 'lantern.lamp'],
  });
  const { problems } = await found(world, { files, code: 'extensions-needed' });
  expect(problems.map(({ severity, path, message }) => [severity, path, message])).toEqual([
    [
      'warning',
      'package.json#/extensionDependencies',
      "It needs others to work: Harbor.TideBase, lantern.tide-base; Static registry has Harbor.TideBase (as tide-base); Static registry doesn't have lantern.tide-base",
    ],
    [
      'info',
      'package.json#/extensionPack',
      "It brings others along: harbor.tide-base, lantern.lamp; Static registry has harbor.tide-base (as tide-base); Static registry doesn't have lantern.lamp",
    ],
  ]);
});

test('check names needed extensions, and that a person has to look, without a registry', async () => {
  await using world = await makeWorld();
  world.registry.onRequest = () => true;
  const files = editor({ extensionDependencies: ['harbor.tide-base'] });
  const { problems } = await found(world, { files, code: 'extensions-needed' });
  expect(problems).toMatchObject([
    { severity: 'info', message: 'It needs others to work: harbor.tide-base' },
  ]);
  const held = await found(world, { files: evaluating, code: 'review-required' });
  expect(held).toMatchObject({ exitCode: 0, problems: [{ severity: 'warning' }] });
});
