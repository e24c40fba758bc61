import { extensionFiles, makeFolder, png, runProcess } from '@orchestra/testkit';
import { symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeWorld } from './make-world.ts';

const shot = png(128, 128);

/** A repository of several packages, in which the extension lacks what lies at the root. */
async function makeRepository() {
  const files = extensionFiles({ name: 'tide', version: '1.0.0' });
  const { 'README.md': _readme, LICENSE: _license, 'CHANGELOG.md': _changes, ...rest } = files;
  const own = Object.entries(rest).map(([path, text]) => [`packages/tide/${path}`, text] as const);
  const images = ['a', 'ignored'].map((name) => `![A](images/${name}.png)`).join(' ');
  const folder = await makeFolder({
    ...Object.fromEntries(own),
    'README.md': `# Tide\n\n${images} ![B](images/link.png) ![C](../outside.png) ![D](images/key.pem)\n`,
    LICENSE: 'Of the root',
    'packages/LICENSE': 'The nearest',
    'images/a.png': shot,
    'images/ignored.png': shot,
    'images/key.pem': 'secret',
    'secret.png': shot,
    '.gitignore': 'images/ignored.png\n',
  });
  await symlink('/etc/hostname', folder.join('images/link.png'));
  await runProcess(['git', 'init', '--quiet', folder.path]);
  return folder;
}

test('pack --include-root takes in what the repository has, and nothing that is ignored, linked or secret', async () => {
  await using world = await makeWorld();
  await using repository = await makeRepository();
  const pack = async () => {
    const args = ['pack', '--include-root', '--json', '-C', repository.join('packages/tide')];
    const { stdout } = await world.cli(args);
    return JSON.parse(stdout);
  };
  const first = await pack();
  const paths = first.files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'repository/images/a.png']),
  );
  expect(paths.filter((path: string) => path.startsWith('repository/'))).toHaveLength(1);
  const license = first.files.find(({ path }: { path: string }) => path === 'LICENSE');
  expect(license.size).toBe('The nearest'.length);
  expect((await pack()).sha256).toBe(first.sha256);
});

test('check tells in one note what could be taken in, and nothing once it is', async () => {
  await using world = await makeWorld();
  await using repository = await makeRepository();
  const found = async (...flags: string[]) => {
    const args = ['check', '--json', '-C', repository.join('packages/tide'), ...flags];
    const { problems } = JSON.parse((await world.cli(args)).stdout);
    return problems.filter(({ code }: { code: string }) =>
      /root-files|^(?:readme|license)/.test(code),
    );
  };
  const before = await found();
  expect(before.map(({ code }: { code: string }) => code)).toContain('root-files');
  const note = before.find(({ code }: { code: string }) => code === 'root-files');
  expect(note.message).toContain('README.md, packages/LICENSE, images/a.png');
  expect(note.hint).toContain('--include-root');
  expect(await found('--include-root')).toEqual([]);
});

test('check --include-root says that there is no repository to take files from', async () => {
  await using world = await makeWorld();
  await using folder = await makeFolder(extensionFiles({ name: 'tide', version: '1.0.0' }));
  const ended = await world.cli(['check', '--include-root', '--json', '-C', folder.path]);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout).error).toMatchObject({ code: 'usage' });
});
