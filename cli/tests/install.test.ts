import { extensionFiles, makeFolder } from '@orchestra/testkit';
import { readdir, readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld } from './make-world.ts';

const tide = (version: string, more: Record<string, unknown> = {}) =>
  extensionFiles({ name: 'tide', version, ...more });

test('install asks for consent, and without a terminal or --yes changes nothing', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0', { permissions: ['system.exec'] }));
  const ended = await world.cli(['install', 'tide']);
  expect(ended.exitCode).toBe(1);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).toMatch(/Run any program \(dangerous\)/);
  expect(ended.stderr).toMatch(/consent-required/);
  await expect(readdir(world.home.join('extensions'))).rejects.toThrow(/ENOENT/);
});

test('install unpacks the newest stable version and writes the state', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.registry.publish(tide('1.1.0', { permissions: ['network'] }));
  const { version } = await world.registry.publish(tide('2.0.0-beta.1'));
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  const path = world.home.join('extensions/tide');
  const { installed } = JSON.parse(ended.stdout);
  expect(installed).toEqual([
    {
      name: 'tide',
      version: '1.1.0',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      path,
      unclearCode: { mayNeed: [] },
    },
  ]);
  expect(installed[0].sha256).not.toBe(version.sha256);
  expect(JSON.parse(await readFile(`${path}/package.json`, 'utf8'))).toMatchObject({
    name: 'tide',
    version: '1.1.0',
  });
  const state = await readFile(world.home.join('extensions/extensions.json'), 'utf8');
  expect(JSON.parse(state)).toEqual({
    format: 1,
    extensions: {
      tide: {
        version: '1.1.0',
        sha256: installed[0].sha256,
        compat: 'native',
        permissions: ['network'],
        unclearCode: { mayNeed: [] },
        registry: world.registry.url,
        source: `${world.registry.url}/packages/tide/tide-1.1.0.tar.gz`,
        pinned: false,
        installedAt: expect.stringMatching(/^\d{4}-/),
      },
    },
  });
});

test('install says where nobody can tell what part of the code does', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'), { unclearCode: { mayNeed: ['system.exec'] } });
  const asked = await world.cli(['install', 'tide']);
  expect(asked.stderr).not.toContain('needs no permissions');
  expect(asked.stderr).toMatch(
    /looked at it and cleared it. It may also do this:\n.*Run any program/,
  );
  expect(asked.stderr).toMatch(/Install tide 1\.0\.0, although nobody can tell/);
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  const unclearCode = { mayNeed: ['system.exec'] };
  expect(JSON.parse(ended.stdout)).toMatchObject({ installed: [{ unclearCode }] });
  expect(JSON.parse((await world.cli(['list', '--json'])).stdout)).toMatchObject([{ unclearCode }]);
  expect((await world.cli(['list'])).stdout).toContain('unclear code');
  expect((await world.cli(['show', 'tide'])).stdout).toContain('looked at it and cleared it');
});

test('install of a version of which it is not known says so', async () => {
  await using world = await makeWorld();
  const { entry } = await world.registry.publish(tide('1.0.0'));
  const versions = entry.versions.map(({ unclearCode: _none, ...one }) => one);
  world.registry.put({ ...entry, versions });
  const asked = await world.cli(['install', 'tide']);
  expect(asked.stderr).toMatch(/declares no permissions\n *Whether it may do more is not known/);
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ installed: [{ unclearCode: null }] });
});

test('install of a package from this machine says that nobody looked at its code', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({
    ...tide('3.0.0'),
    'dist/main.js': 'export const activate = (context) => eval(context.code);\n',
  });
  await world.cli(['pack', '-C', folder.path]);
  const asked = await world.cli(['install', 'tide-3.0.0.tar.gz', '-C', folder.path]);
  expect(asked.stderr).toMatch(/nobody of a registry has looked at it\. It may do anything/);
});

test('install again succeeds and downloads nothing', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  world.registry.requests.length = 0;
  const ended = await world.cli(['install', 'tide']);
  expect(ended).toMatchObject({ exitCode: 0, stdout: 'tide 1.0.0 is installed already\n' });
  expect(world.registry.requests).toEqual([
    { path: '/config.json', status: 304 },
    { path: '/index/ti/de/tide.json', status: 304 },
  ]);
});

test('install takes a package from this machine, without any registry', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder(tide('3.0.0'));
  await world.registry[Symbol.asyncDispose]();
  expect((await world.cli(['pack', '-C', folder.path])).exitCode).toBe(0);
  const ended = await world.cli(['install', 'tide-3.0.0.tar.gz', '--yes', '-C', folder.path]);
  expect(ended.exitCode).toBe(0);
  const listed = JSON.parse((await world.cli(['list', '--json'])).stdout);
  expect(listed).toMatchObject([{ version: '3.0.0', source: folder.join('tide-3.0.0.tar.gz') }]);
});

test('install of a pre-release needs to be asked for', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0-beta.1'));
  const refused = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'only-prereleases' } });
  expect((await world.cli(['install', 'tide', '--pre-release', '--yes'])).exitCode).toBe(0);
});

test.each([
  ['unknown', ['nope'], 'extension-unknown'],
  ['not a name', ['../../etc/passwd@1'], 'file-unreadable'],
  ['not a name in the index', ['UPPER%2e'], 'extension-unknown'],
  ['no such version', ['tide@9.9.9'], 'version-unknown'],
  ['nothing in range', ['tide@^9'], 'no-version-satisfies'],
  ['not a range', ['tide@nonsense'], 'range-invalid'],
  ['only yanked ones', ['tide@^2'], 'only-yanked-versions'],
  ['a yanked one', ['tide@2.0.0'], 'only-yanked-versions'],
  ['a quarantined one', ['tide@3.0.0'], 'version-quarantined'],
  ['an engine that is too new', ['tide@4.0.0'], 'engine-too-new'],
  ['the same twice', ['tide@1.0.0', 'tide@1.1.0'], 'usage'],
])('install refuses %s', async (_what, specs, code) => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.registry.publish(tide('1.1.0'));
  await world.registry.publish(tide('2.0.0'), { status: 'yanked', reason: 'Broken' });
  await world.registry.publish(tide('3.0.0'), { status: 'quarantined', reason: 'Malware' });
  await world.registry.publish(tide('4.0.0', { engines: { orchestra: '^2.0.0' } }));
  const ended = await world.cli(['install', ...specs, '--yes', '--json']);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({
    error: { code, message: expect.any(String), hint: expect.any(String) },
  });
  expect((await world.cli(['list', '--json'])).stdout.trim()).toBe('[]');
});

test('install names everything that cannot be resolved, and installs none of it', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  const ended = await world.cli(['install', 'tide', 'nope', 'tide-tables', '--yes']);
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toMatch(/'nope'/);
  expect(ended.stderr).toMatch(/'tide-tables'/);
  expect((await world.cli(['list', '--json'])).stdout.trim()).toBe('[]');
});

test('install refuses a package with other bytes before anything of it is unpacked', async () => {
  await using world = await makeWorld();
  const { version } = await world.registry.publish(tide('1.0.0'));
  const path = '/packages/tide/tide-1.0.0.tar.gz';
  const bytes = Buffer.from(world.registry.files.get(path) ?? '');
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  world.registry.files.set(path, bytes);
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  const { error } = JSON.parse(ended.stdout);
  expect(error.code).toBe('digest-mismatch');
  expect(error.message).toContain(version.sha256);
  expect(await readdir(world.home.join('extensions/.staging'))).toEqual([]);
});

test.each([
  ['longer', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
  ['shorter', (bytes: Buffer) => bytes.subarray(0, 100)],
])('install refuses a %s package', async (_what, change) => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  const path = '/packages/tide/tide-1.0.0.tar.gz';
  world.registry.files.set(path, change(Buffer.from(world.registry.files.get(path) ?? '')));
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'digest-mismatch' } });
});

test('install refuses a package that asks for more than the index says', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0', { permissions: ['network'] }), { permissions: [] });
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'package-invalid' } });
  await expect(stat(world.home.join('extensions/tide'))).rejects.toThrow(/ENOENT/);
});

test('install tells of a package that the index names and that is gone', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  world.registry.files.delete('/packages/tide/tide-1.0.0.tar.gz');
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'blob-missing' } });
});

test('a failed update leaves the installed version as it was', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(tide('1.1.0'));
  world.registry.onRequest = (path) => path.endsWith('tide-1.1.0.tar.gz');
  const ended = await world.cli(['update', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'registry-unreachable' } });
  expect((await world.cli(['verify', '--json'])).stdout).toContain('"status": "same"');
  expect((await world.cli(['list'])).stdout).toMatch(/tide +1\.0\.0/);
});

test('install refuses a package of another version than the index says', async () => {
  await using world = await makeWorld();
  const { entry, version } = await world.registry.publish(tide('1.0.0'));
  const { files } = world.registry;
  const bytes = files.get('/packages/tide/tide-1.0.0.tar.gz') ?? '';
  files.set('/packages/tide/tide-1.1.0.tar.gz', bytes);
  world.registry.put({ ...entry, versions: [{ ...version, version: '1.1.0' }] });
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'package-invalid' } });
});

test('install downloads no package that is larger than the registry takes', async () => {
  await using world = await makeWorld();
  await world.registry.publish(tide('1.0.0'), { size: 1e12 });
  const ended = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'package-invalid' } });
  const asked = world.registry.requests.map(({ path }) => path);
  expect(asked).not.toContain('/packages/tide/tide-1.0.0.tar.gz');
});
