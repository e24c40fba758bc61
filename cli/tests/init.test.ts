import { makeFolder, runProcess, writeFiles } from '@orchestra/testkit';
import { soak } from '@orchestra/testkit/soak';
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { linkLibraries } from './link-libraries.ts';
import { makeWorld } from './make-world.ts';

const world = await makeWorld();
afterAll(() => world[Symbol.asyncDispose]());

/** Runs `init` somewhere, as a person called Tidewater. */
async function init(args: string[], where: { path: string }, killAfterMs?: number) {
  const env = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Tidewater',
  };
  const options = killAfterMs === undefined ? { env } : { env, killAfterMs };
  return world.cli(['init', ...args, '--json', '-C', where.path], options);
}

async function json(args: string[], folder: string) {
  return JSON.parse((await world.cli([...args, '--json', '-C', folder])).stdout);
}

test.each(['native', 'raycast', 'vscode-lsp', 'theme'])(
  'a project from the template %s type-checks, passes every check and installs, as it is',
  async (template) => {
    await using folder = await makeFolder();
    const made = JSON.parse(
      (await init(['tide-table', '--template', template, '--yes'], folder)).stdout,
    );
    const project = folder.join('tide-table');
    expect(made).toMatchObject({ name: 'tide-table', template, folder: project });
    for (const path of made.files.filter((file: string) => !file.endsWith('.png'))) {
      expect(await readFile(`${project}/${path}`, 'utf8')).not.toMatch(/__[a-zA-Z]+__/);
    }
    const manifest = JSON.parse(await readFile(`${project}/package.json`, 'utf8'));
    expect(manifest).toMatchObject({ name: 'tide-table', author: 'Tidewater', license: 'MIT' });
    const readme = await readFile(`${project}/README.md`, 'utf8');
    expect(readme).toMatch(`# Tide Table\n\n${manifest.description}\n\n`);
    if (template === 'vscode-lsp') await linkLibraries(project);
    if (template !== 'theme') {
      const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
      const typed = await runProcess([process.execPath, tsc, '-p', project]);
      expect(typed).toMatchObject({ exitCode: 0, stdout: '' });
    }
    if (template === 'vscode-lsp' || template === 'raycast') {
      // as root, a server is nobody's
      for (const path of [folder.path, project]) await chmod(path, 0o755);
      const tested = await world.cli(['test', '-C', project]);
      expect(tested, tested.stdout).toMatchObject({ exitCode: 0 });
    }
    const { problems } = await json(['check'], project);
    expect(problems.filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual(
      [],
    );
    const { file } = await json(['pack'], project);
    const { installed } = await json(['install', file, '--yes'], project);
    expect(installed).toMatchObject([{ name: 'tide-table', version: '0.1.0' }]);
  },
);

test.each([
  ['native', ['dev', 'test', 'check', 'pack', 'publish']],
  ['raycast', ['dev', 'test', 'check', 'pack', 'publish']],
  ['theme', ['check', 'pack', 'publish']],
])('init says what can be done next with the template %s', async (template, commands) => {
  await using folder = await makeFolder();
  const { stdout } = await world.cli([
    'init',
    'tide-table',
    '--template',
    template,
    '--yes',
    '-C',
    folder.path,
  ]);
  expect([...stdout.matchAll(/orchestra ext (\w+)/g)].map(([, command]) => command)).toEqual(
    commands,
  );
});

test('init takes what is said, escaped where it stands', async () => {
  await using folder = await makeFolder();
  const said = ['--display-name', 'The "Tide"', '--author', 'Paper Lantern', '--license', 'isc'];
  await init(['tide', '--template', 'theme', '--yes', ...said], folder);
  const manifest = JSON.parse(await readFile(folder.join('tide/package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    displayName: 'The "Tide"',
    author: 'Paper Lantern',
    license: 'ISC',
    contributes: { themes: [{ label: 'The "Tide" Dark' }, { label: 'The "Tide" Light' }] },
  });
  expect(await readFile(folder.join('tide/LICENSE'), 'utf8')).toMatch(
    /^ISC License\n\nCopyright \(c\) \d{4} Paper Lantern\n/,
  );
});

test('init uses an empty folder, called after it, also where git is there already', async () => {
  await using folder = await makeFolder();
  const project = { path: folder.join('My_Tides') };
  await mkdir(`${project.path}/.git`, { recursive: true });
  const made = JSON.parse((await init(['--yes'], project)).stdout);
  expect(made).toMatchObject({ name: 'my-tides', template: 'native', folder: project.path });
});

test('init leaves a folder alone that is not empty, and says what is there', async () => {
  await using folder = await makeFolder({ 'tide/notes.txt': 'mine' });
  const ended = await init(['tide', '--yes'], folder);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout).error).toMatchObject({
    code: 'folder-not-empty',
    message: expect.stringContaining('notes.txt'),
  });
  expect(await readdir(folder.join('tide'))).toEqual(['notes.txt']);
});

test.each([
  ['a name that is none', ['Tide_Table', '--yes'], 'usage', 'tide-table'],
  ['a device of Windows', ['con', '--yes'], 'usage', 'Windows'],
  ['an unknown template', ['tide', '--template', 'vim', '--yes'], 'usage', 'vscode-lsp'],
  ['an unknown licence', ['tide', '--license', 'WTFPL', '--yes'], 'usage', 'MIT'],
  ['an email', ['tide', '--author', 'jane@tide.io', '--yes'], 'usage', 'email'],
  ['nobody to ask', ['tide'], 'consent-required', '--yes'],
])('init refuses %s, and makes nothing', async (_what, args, code, hint) => {
  await using folder = await makeFolder();
  const { error } = JSON.parse((await init(args, folder)).stdout);
  expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) });
  expect(await readdir(folder.path)).toEqual([]);
});

test('init that is killed at any time is done by the next one', { tags: ['soak'] }, async () => {
  await using folder = await makeFolder();
  const moments = soak(5);
  for (let nth = 0; nth < moments; nth += 1) {
    const ms = 120 + Math.round((160 * nth) / (moments - 1));
    const ended = await init(['tide', '--template', 'raycast', '--yes'], folder, ms);
    if (ended.exitCode === 0) break;
  }
  if ((await readdir(folder.path)).length === 0 || !(await isWhole(folder.join('tide')))) {
    expect((await init(['tide', '--template', 'raycast', '--yes'], folder)).exitCode).toBe(0);
  }
  expect(await isWhole(folder.join('tide'))).toBe(true);
});

async function isWhole(project: string): Promise<boolean> {
  const there = await readdir(project).catch((): string[] => []);
  return !there.includes('.orchestra-init') && there.includes('package.json');
}

test('init finishes what was cut off while it was moved, and keeps what stands there', async () => {
  await using folder = await makeFolder();
  await writeFiles(folder.path, {
    'README.md': '# Mine by now\n',
    '.orchestra-init/ready/README.md': '# Tide\n',
    '.orchestra-init/ready/package.json': { name: 'tide' },
    '.orchestra-init/ready/src/main.ts': '',
  });
  const made = JSON.parse((await init(['--yes'], folder)).stdout);
  expect(made).toMatchObject({
    name: 'tide',
    template: null,
    files: ['README.md', 'package.json', 'src/main.ts'],
  });
  expect(await readFile(folder.join('README.md'), 'utf8')).toBe('# Mine by now\n');
});
