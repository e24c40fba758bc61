import { makeFolder } from '@orchestra/testkit';
import { cp, glob } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { composeSamples } from './compose-samples.ts';
import { cliHere } from './run-here.ts';

const samples = fileURLToPath(new URL('../../tools/local/samples/', import.meta.url));
const registry = { url: 'http://127.0.0.1:1' };

test('the tests that samples come with are green, and use all that is declared', async () => {
  await using folder = await makeFolder({});
  const versions = await composeSamples(folder.path);
  const tested = await Array.fromAsync(glob('*/tests', { cwd: samples }));
  expect(tested.length).toBeGreaterThan(0);
  for (const name of tested.map(dirname)) {
    const project = folder.join(name, versions.get(name)?.at(-1) ?? '');
    await cp(join(samples, name, 'tests'), join(project, 'tests'), { recursive: true });
    const cli = cliHere(folder.path, registry);
    const ended = await cli(['test', '--strict', '--timeout', '60000', '-C', project]);
    expect(ended, basename(project) + ended.stdout + ended.stderr).toMatchObject({ exitCode: 0 });
  }
});

test('the tests that a new native extension comes with are green, and use all that is declared', async () => {
  await using folder = await makeFolder({});
  const cli = cliHere(folder.path, registry);
  const made = await cli(['init', 'tide', '--template', 'native', '--yes', '-C', folder.path]);
  expect(made, made.stderr).toMatchObject({ exitCode: 0 });
  const ended = await cli(['test', '--strict', '--timeout', '60000', '-C', folder.join('tide')]);
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ exitCode: 0 });
});
