import { openRegistry, type Registry } from '@orchestra/registry';
import {
  makeConfig,
  makeEntry,
  makeFolder,
  runProcess,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitEntries } from '../src/testing/commit-entries.ts';

const bin = fileURLToPath(new URL('../src/command/bin.ts', import.meta.url));

let world: AsyncDisposableStack;
let folder: TemporaryFolder;
let registry: Registry;

beforeAll(async () => {
  world = new AsyncDisposableStack();
  folder = world.use(await makeFolder());
  const config = makeConfig({ api: null });
  registry = world.use(await openRegistry(folder.join('data'), { config }));
  await commitEntries(registry.index, { amber: '{', basalt: '[]', cobalt: '{}', dune: '' });
});
afterAll(() => world.disposeAsync());

const run = (...args: string[]) =>
  runProcess([process.execPath, bin, '--repository', 'data/index.git', '--out', 'out', ...args], {
    cwd: folder.path,
  });

describe('npm run site', () => {
  test('refuses to build a site without anything that the index has', async () => {
    const { exitCode, stderr } = await run();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/entries of 4 of 4 extensions can't be read, and no site was built/);
    await expect(access(folder.join('out'))).rejects.toThrow('ENOENT');
  });

  test('builds what it can, warns of what it can’t, and ends well', async () => {
    const names = ['basalt', 'cobalt', 'dune'];
    const mended = Object.fromEntries(names.map((name) => [name, makeEntry({ name })]));
    await commitEntries(registry.index, mended);
    const told = await run('--json');
    expect(told.exitCode).toBe(0);
    expect(told.stderr).toMatch(/^warning The entry of amber .*shows nothing of it/m);
    expect(JSON.parse(told.stdout).problems).toEqual([
      { name: 'amber', message: expect.stringContaining('am/be/amber.json'), kept: false },
    ]);
    const again = await run();
    expect(again.stdout).toMatch(/ 0 files made, nothing new of 1 extension\n$/);
    expect(again.stderr).toContain('warning The entry of amber');
    await access(folder.join('out/extensions/dune/index.html'));
  });

  test('says nothing more of an entry that was mended', async () => {
    await commitEntries(registry.index, { amber: makeEntry({ name: 'amber' }) });
    const { exitCode, stdout, stderr } = await run('--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout).problems).toEqual([]);
    await access(folder.join('out/extensions/amber/index.html'));
  });
});
