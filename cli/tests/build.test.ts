import type { Problem } from '@orchestra/core';
import { type FolderContents, makeFolder, runProcess, writeFiles } from '@orchestra/testkit';
import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { makeWorld } from './make-world.ts';

const world = await makeWorld();
afterAll(() => world[Symbol.asyncDispose]());

const manifest = {
  name: 'tide',
  version: '1.0.0',
  description: 'Shows when the tide turns.',
  license: 'MIT',
  main: 'src/main.ts',
  engines: { orchestra: '^1.0.0' },
  permissions: ['notifications'],
};

const project: FolderContents = {
  'package.json': manifest,
  'src/main.ts':
    "import { ui } from '@orchestra/api';\nimport { high } from './tide';\n\nexport function activate(): void {\n  void ui.showNotification(high);\n}\n",
  'src/tide.ts': "export const high: string = 'High tide';\n",
};

async function runJson(args: string[], folder: { path: string }) {
  const ended = await world.cli([...args, '--json', '-C', folder.path]);
  return { exitCode: ended.exitCode, ...JSON.parse(ended.stdout) };
}

test('build tells what is wrong at its place, with what to do', async () => {
  await using folder = await makeFolder({
    ...project,
    'src/main.ts': "import './none';\nimport 'left-pad';\nexport const tide = 1;\n",
  });
  const hints = async () => (await runJson(['build'], folder)).problems.map(showHint);
  expect(await hints()).toEqual([
    'src/main.ts:1:8 Correct the path, or write that file.',
    expect.stringMatching(/^src\/main\.ts:2:8 Run npm install, with left-pad/),
  ]);
  await writeFiles(folder.path, { 'src/main.ts': 'export const tide = <b>High</b>;\n' });
  expect(await hints()).toEqual([
    expect.stringMatching(/^src\/main\.ts:1:\d+ Where there is JSX, .* ends in \.tsx/),
  ]);
});

function showHint({ path, hint }: Problem): string {
  return `${path} ${hint}`;
}

test('build bundles with linked source maps, and tells what is in each file', async () => {
  await using folder = await makeFolder(project);
  const { exitCode, files, problems } = await runJson(['build'], folder);
  expect([exitCode, problems]).toEqual([0, []]);
  expect(files).toMatchObject([
    { path: 'dist/main.js.map', inputs: [] },
    { path: 'dist/main.js', inputs: [{ path: 'src/main.ts' }, { path: 'src/tide.ts' }] },
  ]);
  const code = await readFile(folder.join('dist/main.js'), 'utf8');
  expect(code).toMatch(/from "@orchestra\/api"[^]*\/\/# sourceMappingURL=main\.js\.map\n$/);
  const map = JSON.parse(await readFile(folder.join('dist/main.js.map'), 'utf8'));
  expect(map.sources).toEqual(['../src/main.ts', '../src/tide.ts']);
  expect(map).not.toHaveProperty('sourcesContent');
});

test('pack builds first: the manifest in it names the bundle, and no source is in it', async () => {
  await using folder = await makeFolder(project);
  const before = await readFile(folder.join('package.json'), 'utf8');
  const { file, files } = await runJson(['pack'], folder);
  expect(files.map(({ path }: { path: string }) => path)).toEqual([
    'dist/main.js',
    'dist/main.js.map',
    'package.json',
  ]);
  const packed = await runProcess(['tar', 'xzOf', file, 'package.json']);
  expect(packed.stdout).toBe(before.replace('src/main.ts', 'dist/main.js'));
  expect(await readFile(folder.join('package.json'), 'utf8')).toBe(before);
});

test('a project type-checks by the types that a build put there', async () => {
  await using folder = await makeFolder({
    ...project,
    'tsconfig.json': { extends: './.orchestra/tsconfig.json', include: ['src'] },
  });
  await runJson(['check'], folder);
  expect(await readFile(folder.join('.orchestra/.gitignore'), 'utf8')).toBe('*\n');
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const ended = await runProcess([process.execPath, tsc, '-p', folder.path]);
  expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
});

test('everything that the bundler finds is told at once, and the last build stays', async () => {
  await using folder = await makeFolder(project);
  await runJson(['build'], folder);
  const good = await readFile(folder.join('dist/main.js'), 'utf8');
  await writeFiles(folder.path, {
    'src/main.ts': "import 'left-pad';\nimport './nope';\nimport './tide';\n",
    'src/tide.ts': "const high = 'Höchststand' +;\n",
  });
  const built = await runJson(['build'], folder);
  expect(built.exitCode).toBe(1);
  expect(built.files).toEqual([]);
  const problems = [
    { code: 'build-failed', path: 'src/main.ts:1:8', hint: expect.stringContaining('npm install') },
    { code: 'build-failed', path: 'src/main.ts:2:8', hint: expect.stringContaining('path') },
    { code: 'build-failed', path: 'src/tide.ts:1:29' },
  ];
  expect(built.problems).toMatchObject(problems);
  const checked = await runJson(['check'], folder);
  expect(checked.exitCode).toBe(1);
  expect(checked.problems.slice(0, 3)).toMatchObject(problems);
  expect(await readFile(folder.join('dist/main.js'), 'utf8')).toBe(good);
});

test('a build replaces and removes only what builds made', async () => {
  const commands = ['low', 'high'].map((name) => ({ name, title: name, mode: 'no-view' }));
  const source = 'export default function () {}\n';
  await using folder = await makeFolder({
    'package.json': { name: 'tide', commands },
    'src/low.ts': source,
    'src/high.tsx': source,
    'dist/mine.js': '// mine\n',
  });
  expect((await runJson(['build'], folder)).exitCode).toBe(0);
  await writeFiles(folder.path, { 'package.json': { name: 'tide', commands: commands.slice(1) } });
  expect(await runJson(['build'], folder)).toMatchObject({ removed: ['dist/low.js'] });
  expect(await readdir(folder.join('dist'))).toEqual(['high.js', 'high.js.map', 'mine.js']);

  await writeFiles(folder.path, { 'dist/high.js': '// mine too\n' });
  expect(await runJson(['build'], folder)).toMatchObject({
    exitCode: 1,
    problems: [{ code: 'build-conflict', path: 'dist/high.js' }],
  });
  expect(await readFile(folder.join('dist/high.js'), 'utf8')).toBe('// mine too\n');
});

test.each(['dist', '.orchestra', '.orchestra/types'])(
  'a build writes nothing through %s that is a link',
  async (path) => {
    await using elsewhere = await makeFolder();
    await using folder = await makeFolder(project);
    if (path.includes('/')) await mkdir(folder.join('.orchestra'));
    await symlink(elsewhere.path, folder.join(path));
    const { error } = await runJson(['build'], folder);
    expect(error.code).toBe('file-unwritable');
    expect(await readdir(elsewhere.path)).toEqual([]);
  },
);

test('there is nothing to build where the manifest names no source', async () => {
  await using folder = await makeFolder({
    'package.json': { ...manifest, main: 'dist/main.js' },
    'dist/main.js': '',
  });
  const ended = await world.cli(['build', '-C', folder.path]);
  expect(ended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing to build') });
  expect(await readdir(folder.path)).toEqual(['dist', 'package.json']);
});

test('the command line builds from wherever it was copied to', async () => {
  await using elsewhere = await makeFolder();
  await cp(fileURLToPath(new URL('../dist', import.meta.url)), elsewhere.join('cli'), {
    recursive: true,
  });
  await using folder = await makeFolder(project);
  const bin = elsewhere.join('cli/orchestra.js');
  const ended = await runProcess([process.execPath, bin, 'ext', 'build', '-C', folder.path], {
    env: { ORCHESTRA_HOME: elsewhere.join('home') },
  });
  expect(ended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Built 2 files') });
  await rm(elsewhere.join('cli'), { recursive: true });
});
