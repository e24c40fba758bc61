import { symlink } from 'node:fs/promises';
import { makeFolder } from '@orchestra/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';
import { openServices } from '../../test/open-services.ts';
import type { HostServices } from '../../src/services/services.ts';

type Opened = Awaited<ReturnType<typeof openServices>>;

const opened: { services?: Opened } = {};
/** Services of a folder, which are opened before the tests: only those that files and addresses go to. */
const through = <K extends 'fs' | 'network' | 'storage' | 'secrets'>(name: K): HostServices[K] =>
  // each member is asked for by its name, when it is called
  new Proxy({} as HostServices[K], {
    get: (_, member) => Reflect.get(opened.services?.services[name] ?? {}, member),
  });
const { attack } = shareSandbox({
  permissions: ['filesystem.read', 'filesystem.write', 'network'],
  services: {
    fs: through('fs'),
    network: through('network'),
    storage: through('storage'),
    secrets: through('secrets'),
  },
});

beforeAll(async () => {
  opened.services = await openServices({ dataFolder: 'work/.orchestra/data' });
  const { top, services } = opened.services;
  await symlink('../outside', top.join('work/out'));
  await symlink('../outside/secret.txt', top.join('work/out.txt'));
  await symlink('.orchestra', top.join('work/kept'));
  await services.secrets.set('token', 'tide');
  await services.storage.set('value', '"tide"');
});
afterAll(() => opened.services?.[Symbol.asyncDispose]());

/** Tries each of some paths in each way, and gives what was thrown: the codes, or what came of it. */
const tryAll = (paths: string) => `command(async () => {
  const told = {};
  for (const path of ${paths}) {
    const ways = {
      read: () => fs.readFile(path),
      list: () => fs.readDir(path),
      write: () => fs.writeFile(path, 'mine'),
      copy: () => fs.copy(path, 'copied', { overwrite: true }),
      move: () => fs.move(path, 'moved', { overwrite: true }),
      into: () => fs.copy('a.txt', path, { overwrite: true }),
      delete: () => fs.delete(path, { recursive: true }),
    };
    for (const [way, act] of Object.entries(ways)) {
      try { told[way + ' ' + path] = await act(); } catch (error) { told[way + ' ' + path] = error.code; }
    }
  }
  return told;
});`;

test('no path leads out of the workspace', async () => {
  const paths = `['../outside/secret.txt', 'sub/../../outside/secret.txt', '/etc/hostname', 'out/secret.txt', '/proc/self/environ', '..']`;
  const { value } = await attack(tryAll(paths));
  const codes = new Set(Object.values(Object(value)));
  expect(codes).toEqual(new Set(['outside-workspace']));
});

test('a link that leads out is neither read nor written', async () => {
  const { value } = await attack(`command(async () => {
    const told = [];
    for (const act of [() => fs.readFile('out.txt'), () => fs.writeFile('out.txt', 'mine'), () => fs.readDir('out')]) {
      told.push(await act().catch(({ code }) => code));
    }
    return told;
  });`);
  expect(value).toEqual(['outside-workspace', 'outside-workspace', 'outside-workspace']);
});

test('what is kept of the extension is reached by no path, though the workspace holds it', async () => {
  const paths = `['.orchestra/data/secrets.json', 'kept/data/secrets.json', 'sub/../.orchestra/data/settings.json', '.orchestra/data']`;
  const { value } = await attack(tryAll(paths));
  const codes = Object.values(Object(value)).filter((code) => code !== 'is-a-directory');
  expect(codes.length).toBeGreaterThan(20);
  expect(new Set(codes)).toEqual(new Set(['no-access']));
  const whole = await attack(tryAll(`['.orchestra']`));
  expect(whole.value).toMatchObject({
    'copy .orchestra': 'no-access',
    'move .orchestra': 'no-access',
    'delete .orchestra': 'no-access',
  });
  expect(await opened.services?.services.secrets.get('token')).toBe('tide');
});

test('values of other extensions are reached neither by paths nor by keys', async () => {
  await using other = await makeFolder({ 'storage/value.json': '"other"' });
  const { value } = await attack(`command(async () => [
    await storage.get('value'),
    await storage.get('../other/value'),
    await storage.get('__proto__'),
    await fs.readFile(${JSON.stringify(other.join('storage/value.json'))}).catch(({ code }) => code),
    await storage.keys(),
  ]);`);
  expect(value).toEqual(['tide', undefined, undefined, 'outside-workspace', ['value']]);
});

test.each([
  'http://127.0.0.1:8080/',
  'http://localhost:8080/',
  'http://[::1]:8080/',
  'http://[::ffff:127.0.0.1]:8080/',
  'http://0x7f000001:8080/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0.0.0.0:8080/',
  'file:///etc/hostname',
])('%s is not asked', async (url) => {
  const { value, calls } = await attack(
    `command(() => fetch(${JSON.stringify(url)}).then(() => 'asked', ({ code, message }) => [code, message]));`,
  );
  expect(value).toEqual([
    expect.stringMatching(/^(?:local-address|invalid-argument)$/),
    expect.any(String),
  ]);
  expect(calls.at(-1)).toMatchObject({
    api: 'network.fetch',
    place: { file: 'src/main.ts', line: 5 },
  });
});
