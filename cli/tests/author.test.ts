import { extensionFiles, makeFolder, runProcess } from '@orchestra/testkit';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld } from './make-world.ts';

const tide = extensionFiles({ name: 'tide', version: '1.0.0' });

/** Problem codes that `check` finds in a folder, errors alone. */
async function errorsIn(contents: Parameters<typeof makeFolder>[0]): Promise<string[]> {
  await using world = await makeWorld();
  await using folder = await makeFolder(contents);
  const ended = await world.cli(['check', '--json', '-C', folder.path]);
  const { problems } = JSON.parse(ended.stdout);
  const errors = problems.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(ended.exitCode).toBe(errors.length === 0 ? 0 : 1);
  return errors.map(({ code }: { code: string }) => code);
}

const manifest = (change: object) => ({
  'dist/main.js': '',
  'package.json': {
    name: 'tide',
    version: '1.0.0',
    main: 'dist/main.js',
    engines: { orchestra: '^1.0.0' },
    ...change,
  },
});

test.each<[string, Parameters<typeof makeFolder>[0], string[]]>([
  ['a sound extension', tide, []],
  ['an empty folder', {}, ['manifest-missing']],
  ['invalid JSON', { 'package.json': '{"name": }' }, ['manifest-invalid-json']],
  ['JSON that is no manifest', { 'package.json': '[]' }, ['manifest-invalid-json']],
  ['a wrong name', manifest({ name: 'Tide_Table' }), ['name-invalid']],
  ['a device name', manifest({ name: 'con' }), ['name-reserved']],
  ['a bad version', manifest({ version: '1.0' }), ['version-invalid']],
  ['a missing main', manifest({ main: 'dist/other.js' }), ['file-missing']],
  ['an unknown permission', manifest({ permissions: ['netwrk'] }), ['permission-unknown']],
  ['no engine', manifest({ engines: {} }), ['engines-missing']],
  [
    'everything at once',
    manifest({ name: 'Tide', version: 'x', main: 'x.js', permissions: ['x'] }),
    ['name-invalid', 'version-invalid', 'file-missing', 'permission-unknown'],
  ],
])('check of %s', async (_what, contents, expected) => {
  expect(await errorsIn(contents)).toEqual(expected);
});

test('check tells line and column of invalid JSON', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ 'package.json': '{\n  "name": "x",,\n}' });
  const { stdout } = await world.cli(['check', '-C', folder.path]);
  expect(stdout).toMatch(/package\.json:2:\d+ manifest-invalid-json/);
});

test('pack of a Raycast extension needs a version, which --set-version gives', async () => {
  await using world = await makeWorld();
  const commands = [{ name: 'pick', title: 'Pick', description: 'Picks', mode: 'no-view' }];
  await using folder = await makeFolder({
    'package.json': { name: 'tide', title: 'Tide', description: 'Tides', license: 'MIT', commands },
    'dist/pick.js': '',
  });
  const refused = await world.cli(['pack', '--json', '-C', folder.path]);
  expect(JSON.parse(refused.stdout).error.problems[0]).toMatchObject({ code: 'version-missing' });
  const packed = await world.cli(['pack', '--json', '--set-version', '1.2.3', '-C', folder.path]);
  expect(JSON.parse(packed.stdout).file).toBe(folder.join('tide-1.2.3.tar.gz'));
});

test('pack gives the same bytes each time, readable by tar, and tells what is in them', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ ...tide, '.env': 'KEY=1', 'notes.txt': 'mine' });
  const pack = async (out: string) =>
    JSON.parse((await world.cli(['pack', '--json', '--out', out, '-C', folder.path])).stdout);
  const [first, second] = [await pack('.'), await pack(world.home.path)];
  expect(second).toEqual({ ...first, file: world.home.join('tide-1.0.0.tar.gz') });
  const [one, two] = await Promise.all([readFile(first.file), readFile(second.file)]);
  expect(one.equals(two)).toBe(true);
  const listed = await runProcess(['tar', 'tzf', first.file]);
  const paths = first.files.map(({ path }: { path: string }) => path);
  expect(listed.stdout.trim().split('\n').toSorted()).toEqual(paths);
  expect(paths).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/main.js', 'package.json']);
});

test('check and pack tell the same of a package: files, sizes, what stays out, what code needs', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder({ ...tide, '.env': 'KEY=1', 'notes.txt': 'mine' });
  const run = async (command: string) =>
    JSON.parse((await world.cli([command, '--json', '-C', folder.path])).stdout);
  const [{ problems, permissions, ...checked }, packed] = [await run('check'), await run('pack')];
  expect(packed).toMatchObject(checked);
  expect(permissions).toEqual({ declared: [], found: [], seen: null, differences: [] });
  expect(problems).toContainEqual(expect.objectContaining({ code: 'secret-left-out' }));
  expect(checked.leftOut).toEqual([
    { path: '.env', reason: 'secret' },
    { path: 'notes.txt', reason: 'not-listed' },
  ]);
  expect(checked.analysis).toMatchObject({ format: 1, unresolved: [] });
});

test('pack and check refuse what is larger than a package may be, and name the largest file', async () => {
  await using world = await makeWorld();
  const blob = randomBytes(21 * 1024 * 1024);
  await using folder = await makeFolder({ ...tide, 'dist/tides.bin': blob });
  const ended = await world.cli(['pack', '--json', '-C', folder.path]);
  expect(JSON.parse(ended.stdout).error.problems).toMatchObject([
    { code: 'package-too-large', path: 'dist/tides.bin' },
  ]);
  await expect(readFile(folder.join('tide-1.0.0.tar.gz'))).rejects.toThrow(/ENOENT/);
  const checked = await world.cli(['check', '--json', '-C', folder.path]);
  expect(checked.exitCode).toBe(1);
  expect(JSON.parse(checked.stdout).problems[0]).toMatchObject({
    code: 'package-too-large',
    path: 'dist/tides.bin',
  });
});

test('pack takes no package that it made before, whatever its name', async () => {
  await using world = await makeWorld();
  await using before = await makeFolder(extensionFiles({ name: 'moon', version: '0.9.0' }));
  await using folder = await makeFolder(tide);
  const packOf = async (of: string, ...more: string[]) =>
    JSON.parse((await world.cli(['pack', '--json', '-C', of, ...more])).stdout);
  await packOf(before.path, '--out', folder.join('dist'));
  const first = await packOf(folder.path, '--out', folder.join('dist'));
  const again = await packOf(folder.path);
  expect(again.sha256).toBe(first.sha256);
  expect(again.leftOut).toContainEqual({
    path: 'dist/moon-0.9.0.tar.gz',
    reason: 'earlier-package',
  });
});

test('check and pack refuse what unpacks to far more than its size', async () => {
  await using world = await makeWorld();
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  await using folder = await makeFolder({ ...tide, 'dist/zeros.bin': zeros });
  for (const command of ['check', 'pack']) {
    const { exitCode, stdout } = await world.cli([command, '--json', '-C', folder.path]);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('archive-ratio')]);
  }
});

test('publish --request-verified is refused where there is no pull request to ask by', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder(tide);
  const ended = await world.cli(['publish', '--request-verified', '--json', '-C', folder.path]);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout).error).toMatchObject({
    code: 'usage',
    hint: expect.stringContaining('--request-verified'),
  });
});
