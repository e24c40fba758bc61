import { makeFolder, type ProcessResult, type TemporaryFolder } from '@orchestra/testkit';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiled, launcherCommands, theme, unbuilt, webpacked } from './foreign-extensions.ts';
import { makeWorld, type World } from './make-world.ts';

let world: World;
beforeAll(async () => void (world = await makeWorld()));
afterAll(() => world[Symbol.asyncDispose]());

/** Converts the extension of a folder. */
async function convert(folder: TemporaryFolder, ...flags: string[]): Promise<ProcessResult> {
  return world.cli(['init', '--from', folder.path, ...flags]);
}

/** Every file of a folder with its text. */
async function contentsOf(folder: TemporaryFolder): Promise<Record<string, string>> {
  const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = `${parentPath}/${name}`;
    return [path.slice(folder.path.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries((await Promise.all(read)).toSorted());
}

/** Codes of the errors that `check` finds. */
async function errorsIn(folder: TemporaryFolder): Promise<string[]> {
  const { stdout } = await world.cli(['check', '--json', '-C', folder.path]);
  const problems: { code: string; severity: string }[] = JSON.parse(stdout).problems;
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

test('init --from shows the change, writes it with --yes, and has nothing to change then', async () => {
  await using folder = await makeFolder(webpacked);
  const before = await contentsOf(folder);

  const shown = await convert(folder, '--dry-run');
  expect(shown).toMatchObject({ exitCode: 0 });
  expect(shown.stdout).toContain('-  "name": "tideTable",\n+  "name": "tide-table",');
  expect(await contentsOf(folder)).toEqual(before);

  const asked = await convert(folder, '--json');
  expect(JSON.parse(asked.stdout).error.code).toBe('consent-required');
  expect(asked.exitCode).toBe(1);
  expect(await contentsOf(folder)).toEqual(before);

  const written = await convert(folder, '--yes', '--json');
  expect(JSON.parse(written.stdout)).toMatchObject({
    written: true,
    manifest: { name: 'tide-table', compat: 'vscode', author: 'Tidewater' },
    unsupported: [],
  });
  const { 'package.json': manifest = '', ...others } = await contentsOf(folder);
  const { 'package.json': _manifest, ...untouched } = before;
  expect(others).toEqual(untouched);
  expect(JSON.parse(manifest)).toMatchObject({ permissions: ['clipboard', 'notifications'] });

  const again = await convert(folder);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.stdout).toContain('Nothing to change');
  expect(await readFile(folder.join('package.json'), 'utf8')).toBe(manifest);
});

test('check finds no error in what was converted', async () => {
  for (const contents of [webpacked, compiled, theme]) {
    await using folder = await makeFolder(contents);
    expect(await convert(folder, '--yes')).toMatchObject({ exitCode: 0 });
    expect(await errorsIn(folder)).toEqual([]);
  }
  await using folder = await makeFolder({ ...launcherCommands, 'assets/icon.png': 'an image' });
  expect(await convert(folder, '--yes')).toMatchObject({ exitCode: 0 });
  expect(await errorsIn(folder)).toEqual(['icon-type']);
});

test('init --from tells what isn’t supported with its place, and what is left to do', async () => {
  await using folder = await makeFolder(unbuilt);
  const { stdout } = await convert(folder, '--dry-run');
  expect(stdout).toMatch(/package\.json:\d+:\d+ +contributes\.customEditors +custom editors/);
  expect(stdout).toMatch(/src\/extension\.ts:7:\d+ +vscode\.scm\.\w+ +source control/);
  expect(stdout).toContain('Run `npm run compile`: out/extension.js isn’t there.');
  expect(stdout).toContain('Or write "main": "src/extension.ts" in package.json');
});

test.each<[string, string | Uint8Array, string]>([
  ['of 5 MB', `{"name":"${'x'.repeat(5_000_000)}"}`, 'manifest-too-large'],
  ['nested deeply', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'manifest-too-large'],
  ['that is no JSON', '{ "name": "tide", }', 'manifest-invalid-json'],
  ['that is no text', new Uint8Array([0x7b, 0xff, 0x7d]), 'manifest-invalid-json'],
])('init --from refuses a manifest %s', async (_what, text, code) => {
  await using folder = await makeFolder({ 'package.json': text });
  const ended = await convert(folder, '--yes', '--json');
  expect(ended.exitCode).toBe(1);
  const { error } = JSON.parse(ended.stdout);
  expect(error).toMatchObject({ code: 'problems-found', problems: [{ code }] });
});

test('init --from refuses what isn’t a file of its own, and what isn’t there', async () => {
  await using other = await makeFolder(theme);
  await using folder = await makeFolder({ 'sub/package.json/x': '' });
  await symlink(other.join('package.json'), folder.join('package.json'));
  await mkdir(folder.join('empty'));
  for (const [from, told] of [
    ['.', 'is a link'],
    ['sub', 'is not a file'],
    ['empty', 'is not there'],
    ['gone', 'is not there'],
  ] as const) {
    const ended = await world.cli(['init', '--from', from, '--yes', '--json', '-C', folder.path]);
    expect({ from, ...ended }).toMatchObject({ exitCode: 1 });
    const { error } = JSON.parse(ended.stdout);
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining(told) });
  }
});

test('init --from refuses what was written for no other app', async () => {
  await using folder = await makeFolder({ 'package.json': { name: 'left-pad', main: 'x.js' } });
  const { stdout } = await convert(folder, '--yes', '--json');
  expect(JSON.parse(stdout).error.code).toBe('usage');
});

test('init --from says which folders of a repository are extensions', async () => {
  const editor = { name: 'tide', version: '1.0.0', engines: { vscode: '^1.90.0' } };
  await using folder = await makeFolder({
    'package.json': { name: 'root' },
    'client/package.json': editor,
    'node_modules/tide/package.json': editor,
    'packages/server/package.json': { name: 'server' },
    'packages/tide/package.json': editor,
  });
  const { stdout } = await convert(folder, '--yes', '--json');
  expect(JSON.parse(stdout).error.hint).toContain('in client, packages/tide: give --from one');
});

test('init --from takes the name that is given, and no options of templates', async () => {
  await using folder = await makeFolder(theme);
  const named = async (...args: string[]) => {
    const { stdout } = await world.cli(['init', ...args, '--yes', '--json']);
    return JSON.parse(stdout);
  };
  expect(await named('ebb', '--from', folder.path, '--dry-run')).toMatchObject({
    written: false,
    manifest: { name: 'ebb', displayName: 'Harbor_Lights' },
  });
  for (const args of [
    ['Ebb', '--from', folder.path],
    ['--from', folder.path, '--template', 'theme'],
    ['ebb', '--dry-run', '-C', folder.path],
  ]) {
    expect(await named(...args)).toMatchObject({ error: { code: 'usage' } });
  }
  expect(await contentsOf(folder)).not.toHaveProperty('ebb/package.json');
});

test('init --from keeps tabs, line breaks, byte order mark, rights and keys that do nothing', async () => {
  const lines = [
    '\uFEFF{',
    '\t"name" : "Old",',
    '\t"__proto__": { "polluted": true },',
    '\t"name" : "Tide_Table",',
    '\t"engines": { "vscode": "*" },',
    '\t"contributes": { "themes": [] }',
    '}',
  ];
  await using folder = await makeFolder({ 'package.json': lines.join('\r\n') });
  await chmod(folder.join('package.json'), 0o640);
  expect(await convert(folder, '--yes')).toMatchObject({ exitCode: 0 });
  const text = await readFile(folder.join('package.json'), 'utf8');
  expect(text.startsWith('\uFEFF{\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  for (const line of lines.slice(0, 3)) expect(text).toContain(`${line}\r\n`);
  expect(text).toContain('\t"name" : "tide-table",\r\n');
  expect((await stat(folder.join('package.json'))).mode & 0o777).toBe(0o640);
});

test('init --from of a manifest with as many keys as fit ends soon', async () => {
  const keys = Array.from({ length: 80_000 }, (_, at) => [`k${at}`, 1]);
  const manifest = { name: 'Tide', engines: { vscode: '*' }, ...Object.fromEntries(keys) };
  await using folder = await makeFolder();
  await writeFile(folder.join('package.json'), JSON.stringify(manifest));
  expect(await convert(folder, '--yes')).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(await readFile(folder.join('package.json'), 'utf8')).name).toBe('tide');
});

test('init --from says first and last that permissions may lack some, and check says it again', async () => {
  await using folder = await makeFolder({
    ...webpacked,
    'dist/extension.js': 'exports.activate = () => { fetch("https://x.dev"); eval(code); };\n',
  });
  const lacking = 'It may need filesystem.read, filesystem.write, ai.chat';
  const { exitCode, stdout, stderr } = await convert(folder, '--yes');
  expect(exitCode).toBe(0);
  expect(stderr).toContain('1. Add to "permissions" what else the code uses');
  expect(stderr).toContain('what its code surely uses; it may use more');
  expect(stdout).toContain('Its "permissions" may lack some: nobody can tell what is used at');
  const again = await convert(folder, '--json', '--dry-run');
  expect(JSON.parse(again.stdout)).toMatchObject({
    manifest: { permissions: ['network'] },
    lacking: { unread: [], unresolved: ['dist/extension.js:1:52'] },
  });
  for (const command of ['check', 'pack']) {
    const told = await world.cli([command, '-C', folder.path]);
    expect(`${told.stdout}${told.stderr}`.replaceAll(/\s+/g, ' ')).toContain(lacking);
  }
});
