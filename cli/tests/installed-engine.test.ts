import { nativePartName } from '@orchestra/sandbox';
import { listNativeParts } from '@orchestra/sandbox/native-parts';
import {
  cliIn,
  makeFolder,
  runProcess,
  type RunOptions,
  startStaticRegistry,
  type StaticRegistry,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { cp, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

const project = {
  'package.json': {
    name: 'tide',
    version: '1.0.0',
    type: 'module',
    main: 'src/main.ts',
    engines: { orchestra: '^1.0.0' },
  },
  'src/main.ts': `
    import { commands } from '@orchestra/api';
    export const activate = () => commands.register('tide.show', () => 'high');`,
  'src/main.test.ts': `
    import { expect, runCommand, test } from '@orchestra/test';
    test('shows', async () => expect(await runCommand('tide.show')).toBe('high'));`,
};

let installed: TemporaryFolder;
let tide: TemporaryFolder;
let registry: StaticRegistry;
let part: { path: string; content: Buffer };

beforeAll(async () => {
  installed = await makeFolder({});
  // far from what a clone has
  await cp(dist, installed.join('orchestra'), { recursive: true });
  tide = await makeFolder(project);
  registry = await startStaticRegistry();
  const found = (await listNativeParts()).find(({ path }) => basename(path) === nativePartName());
  if (found === undefined) throw new Error(`There is no ${nativePartName()}`);
  part = { path: found.path, content: await readFile(found.file) };
});

afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await installed[Symbol.asyncDispose]();
  await tide[Symbol.asyncDispose]();
});

/** Serves a native part, and runs the installed command line on a machine where nothing was downloaded yet. */
async function makeMachine(served: Uint8Array | null, folder = tide) {
  const home = await makeFolder({});
  registry.requests.length = 0;
  registry.onRequest = () => false;
  if (served === null) registry.files.delete(`/${part.path}`);
  else registry.files.set(`/${part.path}`, served);
  const program = installed.join('orchestra/orchestra.js');
  return {
    home,
    run: (args: readonly string[], options: RunOptions = {}) =>
      runProcess([process.execPath, program, 'ext', ...args, '--json', '-C', folder.path], {
        ...options,
        env: { HOME: home.path, ORCHESTRA_REGISTRY: registry.url },
      }),
    /** Names of files that were kept. */
    async kept(): Promise<string[]> {
      const found = await readdir(home.path, { recursive: true, withFileTypes: true });
      return found.filter((one) => one.isFile()).map(({ name }) => name);
    },
    [Symbol.asyncDispose]: () => home[Symbol.asyncDispose](),
  };
}

test('the installed command line asks before it downloads its engine', async () => {
  await using machine = await makeMachine(part.content);
  const { exitCode, stdout } = await machine.run(['test']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'consent-required' } });
  expect(stdout).toContain(`${registry.url}/${part.path}`);
  expect(registry.requests).toEqual([]);
});

test('test and dev run with the engine once it was downloaded, also twice at once', async () => {
  await using machine = await makeMachine(part.content);
  const left = machine.home.join('.orchestra/cache', `${part.path}.killed.tmp`);
  await mkdir(dirname(left), { recursive: true });
  await writeFile(left, 'half'); // by a process that was killed long ago
  await utimes(left, 1, 1);
  const both = await Promise.all([machine.run(['test', '--yes']), machine.run(['test', '--yes'])]);
  for (const { exitCode, stdout } of both) {
    expect(exitCode, stdout).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ tests: [{ status: 'passed' }] }] });
  }
  expect(await machine.kept()).toEqual([basename(part.path)]);
  registry.files.delete(`/${part.path}`);
  const ran = await machine.run(['dev', '--run', 'tide.show']);
  expect(ran, ran.stdout).toMatchObject({ exitCode: 0 });
  expect(ran.stdout).toContain(`"value":"'high'"`);
});

test('the installed command line brings what extensions for Raycast need', async () => {
  await using list = await makeFolder({
    'package.json': {
      name: 'tides',
      title: 'Tides',
      version: '1.0.0',
      description: 'Shows tides.',
      author: 'harbour',
      license: 'MIT',
      icon: 'icon.png',
      compat: 'raycast',
      commands: [{ name: 'list', title: 'List', description: 'Lists them.', mode: 'view' }],
    },
    'src/list.tsx': `
      import { Detail } from '@raycast/api';
      export default () => <Detail markdown="# High" />;`,
  });
  await using machine = await makeMachine(part.content, list);
  const { exitCode, stdout } = await machine.run(['dev', '--run', 'list', '--yes']);
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toContain('"what":"view","text":"High"');
});

test('the installed command line packs to the byte what that of a clone does, and tells the same', async () => {
  await using folder = await makeFolder({
    ...project,
    'src/help.tsx': `
      import { join } from 'node:path';
      export const help = <p title={join('a', 'b')}>…</p>;`,
  });
  await using machine = await makeMachine(null, folder);
  const inClone = (args: readonly string[]) =>
    cliIn(machine.home.join('clone'), registry)([...args, '--json', '-C', folder.path]);
  const runBoth = async (args: readonly string[]) => {
    const { exitCode, stdout } = await machine.run(args);
    expect(await inClone(args)).toMatchObject({ exitCode, stdout });
    return JSON.parse(stdout);
  };
  expect(await runBoth(['pack'])).toMatchObject({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await writeFile(
    folder.join('src/main.ts'),
    `import { help } from './help.tsx'; export { help };`,
  );
  expect((await runBoth(['check'])).problems).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('node:path') }),
  );
  await writeFile(folder.join('src/main.ts'), `export const activate = () => { nothing(;`);
  expect((await runBoth(['check'])).problems).toContainEqual(
    expect.objectContaining({ severity: 'error', path: expect.stringMatching('main.ts') }),
  );
});

test('an engine whose bytes are others is refused, and nothing of it is kept', async () => {
  const changed = Buffer.from(part.content);
  changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
  await using machine = await makeMachine(changed);
  const { exitCode, stdout } = await machine.run(['test', '--yes']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'digest-mismatch' } });
  expect(await machine.kept()).toEqual([]);
});

test('an engine that changes on the disk is not run', async () => {
  await using machine = await makeMachine(null);
  const file = machine.home.join('.orchestra/cache', part.path);
  await cp(installed.join('orchestra/engine/guest.js'), file);
  await writeFile(file, 'other', { flag: 'a' });
  const { exitCode, stdout } = await machine.run(['test']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'consent-required' } });
});

test('a download that is killed leaves nothing', async () => {
  await using machine = await makeMachine(part.content);
  const killing = new AbortController();
  registry.onRequest = () => {
    killing.abort();
    return new Promise((cut) => setTimeout(() => cut(true), 1_000));
  };
  const { signal } = await machine.run(['test', '--yes'], { signal: killing.signal });
  expect(signal).toBe('SIGKILL');
  expect(await machine.kept()).toEqual([]);
});

test('a registry without the engine is told, with what to do', async () => {
  await using machine = await makeMachine(null);
  const { exitCode, stdout } = await machine.run(['test', '--yes']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'sandbox-missing' } });
  expect(stdout).toContain('answers 404');
});

test('a system or a Node without an engine is told, with those that have one', async () => {
  await using machine = await makeMachine(part.content);
  const pins = installed.join('orchestra/engine/native-parts.json');
  const pinned = await readFile(pins, 'utf8');
  await writeFile(pins, pinned.replace(`"${nativePartName()}"`, '"other-x64.abi137.node"'));
  const { exitCode, stdout } = await machine.run(['test', '--yes']);
  await writeFile(pins, pinned);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'sandbox-missing' } });
  expect(stdout).toContain(`there is no ${nativePartName()}`);
});
