import { execFileSync } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFileService, readLimit } from './file-service.ts';
import { openHeldFolder, openNamedFolder } from './open-folder.ts';
import { readPlaces } from './places.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (written: string) => new TextEncoder().encode(written);

describe.each([
  ['by descriptors', openHeldFolder],
  ['by names', openNamedFolder],
])('makeFileService() %s', (_how, open) => {
  let top: TemporaryFolder;
  let files: ReturnType<typeof makeFileService>;

  beforeEach(async () => {
    top = await makeFolder({
      'secret.txt': 'secret',
      'outside/deep/secret.txt': 'secret',
      'work/a.txt': 'a',
      'work/sub/b.txt': 'b',
      'work/.git/config': '[core]',
      'extension/package.json': '{}',
      'store/kept.txt': 'kept',
    });
    const places = await readPlaces({
      workspace: top.join('work'),
      extension: top.join('extension'),
      storage: [top.join('store')],
    });
    files = makeFileService(places, { open });
  });
  afterEach(() => top[Symbol.asyncDispose]());

  const failsWith = (code: string, ...parts: string[]) =>
    expect.objectContaining({
      code,
      message: expect.stringMatching(
        new RegExp(parts.map((part) => RegExp.escape(part)).join('.*')),
      ),
    });

  test('reads by relative and absolute path, in all folders of the extension', async () => {
    expect(text(await files.readFile('a.txt'))).toBe('a');
    expect(text(await files.readFile('./sub/../sub/b.txt'))).toBe('b');
    expect(text(await files.readFile(top.join('work/sub/b.txt')))).toBe('b');
    expect(text(await files.readFile(top.join('extension/package.json')))).toBe('{}');
    expect(text(await files.readFile(top.join('store/kept.txt')))).toBe('kept');
  });

  test.each([
    '../secret.txt',
    'sub/../../secret.txt',
    '/etc/passwd',
    '..',
    '/',
    '../work-not/x',
    '../workx',
  ])('refuses %s, which is outside', async (path) => {
    const refused = failsWith('outside-workspace', path);
    await expect(files.readFile(path)).rejects.toThrowError(refused);
    await expect(files.readDir(path)).rejects.toThrowError(refused);
    await expect(files.exists(path)).rejects.toThrowError(refused);
    await expect(files.writeFile(path, bytes('x'))).rejects.toThrowError(refused);
    await expect(files.delete(path, { recursive: true })).rejects.toThrowError(refused);
    await expect(files.copy('a.txt', path, { overwrite: true })).rejects.toThrow(/outside/);
    await expect(files.copy(path, 'copied', { overwrite: true })).rejects.toThrowError(refused);
    await expect(files.move('a.txt', path, { overwrite: true })).rejects.toThrow(/outside/);
    expect(await readFile(top.join('secret.txt'), 'utf8')).toBe('secret');
  });

  test('follows links that stay inside, and no others', async () => {
    await symlink('sub', top.join('work/inner'));
    await symlink(top.join('work/a.txt'), top.join('work/absolute'));
    await symlink('../outside', top.join('work/out'));
    await symlink('../secret.txt', top.join('work/out.txt'));
    await symlink('inner/../../secret.txt', top.join('work/sly'));
    await symlink('round', top.join('work/round'));
    expect(text(await files.readFile('inner/b.txt'))).toBe('b');
    expect(text(await files.readFile('absolute'))).toBe('a');
    for (const path of ['out/deep/secret.txt', 'out.txt', 'out/deep', 'sly']) {
      await expect(files.readFile(path)).rejects.toThrowError(failsWith('outside-workspace', path));
      await expect(files.writeFile(path, bytes('x'))).rejects.toThrowError(
        failsWith('outside-workspace'),
      );
    }
    await expect(files.readDir('out')).rejects.toThrowError(failsWith('outside-workspace', 'out'));
    await expect(files.exists('out.txt')).rejects.toThrowError(failsWith('outside-workspace'));
    await expect(files.delete('out/deep', { recursive: true })).rejects.toThrowError(
      failsWith('outside-workspace'),
    );
    await expect(files.readFile('round')).rejects.toThrowError(failsWith('not-found', 'round'));
    expect(await readFile(top.join('secret.txt'), 'utf8')).toBe('secret');
    expect(await readFile(top.join('outside/deep/secret.txt'), 'utf8')).toBe('secret');
  });

  test('writes through a link inside, and replaces no link by a file', async () => {
    await symlink('sub/b.txt', top.join('work/link'));
    await files.writeFile('link', bytes('new'));
    expect(await readlink(top.join('work/link'))).toBe('sub/b.txt');
    expect(await readFile(top.join('work/sub/b.txt'), 'utf8')).toBe('new');
  });

  test('deletes and moves a link, and not what it leads to', async () => {
    await symlink('../outside', top.join('work/out'));
    await symlink('../outside', top.join('work/sub/out'));
    await files.move('out', 'moved', { overwrite: false });
    expect(await readlink(top.join('work/moved'))).toBe('../outside');
    await files.delete('moved', { recursive: true });
    await files.delete('sub', { recursive: true });
    expect(await readdir(top.join('work'))).toEqual(['.git', 'a.txt']);
    expect(await readFile(top.join('outside/deep/secret.txt'), 'utf8')).toBe('secret');
  });

  test('lists a folder: names, absolute paths and kinds', async () => {
    await symlink('a.txt', top.join('work/link'));
    await writeFile(top.join('work/.orchestra-0123456789abcdef.tmp'), 'left behind');
    const entry = (name: string, type: string) => ({ name, path: top.join('work', name), type });
    expect(await files.readDir('.')).toEqual([
      entry('.git', 'directory'),
      entry('a.txt', 'file'),
      entry('link', 'link'),
      entry('sub', 'directory'),
    ]);
    await expect(files.readDir('a.txt')).rejects.toThrowError(
      failsWith('not-a-directory', 'a.txt'),
    );
    await expect(files.readDir('none')).rejects.toThrowError(failsWith('not-found', 'none'));
  });

  test('tells whether something exists', async () => {
    await symlink('nowhere', top.join('work/dangling'));
    const paths = ['.', 'a.txt', 'sub', 'none', 'a.txt/none', 'none/none', 'dangling'];
    const found = await Promise.all(paths.map((path) => files.exists(path)));
    expect(found).toEqual([true, true, true, false, false, false, false]);
  });

  test('writes a file as a whole, makes the folders between, and keeps permissions', async () => {
    await files.writeFile('new/deep/c.txt', bytes('c'));
    expect(await readFile(top.join('work/new/deep/c.txt'), 'utf8')).toBe('c');
    await chmod(top.join('work/a.txt'), 0o755);
    await files.writeFile('a.txt', bytes('A'));
    expect((await stat(top.join('work/a.txt'))).mode & 0o777).toBe(0o755);
    expect(await readFile(top.join('work/a.txt'), 'utf8')).toBe('A');
    await files.writeFile(top.join('store/new.txt'), bytes('s'));
    expect(await readdir(top.join('work/new/deep'))).toEqual(['c.txt']);
    await expect(files.writeFile('sub', bytes('x'))).rejects.toThrowError(
      failsWith('is-a-directory', 'sub'),
    );
    await expect(files.writeFile('.', bytes('x'))).rejects.toThrowError(
      failsWith('is-a-directory'),
    );
    await expect(files.writeFile('a.txt/x', bytes('x'))).rejects.toThrowError(
      failsWith('not-a-directory', 'a.txt/x'),
    );
  });

  test("never writes into the extension's own folder, nor what git runs programs from", async () => {
    await expect(files.writeFile(top.join('extension/x'), bytes('x'))).rejects.toThrowError(
      failsWith('read-only'),
    );
    await mkdir(top.join('extension/kit/.git/hooks'), { recursive: true });
    for (const path of [
      '.git/hooks/pre-commit',
      '.GIT/config',
      'sub/.git',
      '.git\u200c/config',
      '.git',
      'git~1/x',
    ]) {
      await expect(files.writeFile(path, bytes('x'))).rejects.toThrowError(
        failsWith('read-only', path),
      );
      await expect(files.move('sub', path, { overwrite: true })).rejects.toThrow(/git/);
      await expect(files.copy('sub', path, { overwrite: true })).rejects.toThrow(/git/);
    }
    await expect(
      files.copy(top.join('extension/kit'), 'kit', { overwrite: false }),
    ).rejects.toThrow(/git/);
    await symlink('.git', top.join('work/alias'));
    await expect(files.writeFile('alias/config', bytes('x'))).rejects.toThrowError(
      failsWith('read-only', 'alias/config'),
    );
    await expect(files.delete('.git', { recursive: true })).rejects.toThrowError(
      failsWith('read-only'),
    );
    expect(await readdir(top.join('work'))).toEqual(['.git', 'a.txt', 'alias', 'sub']);
    expect(text(await files.readFile('.git/config'))).toBe('[core]');
  });

  test('copies files and folders', async () => {
    await symlink('b.txt', top.join('work/sub/link'));
    await files.copy('a.txt', 'x/y/a.txt', { overwrite: false });
    await files.copy('sub', 'copied', { overwrite: false });
    expect(await readFile(top.join('work/x/y/a.txt'), 'utf8')).toBe('a');
    expect(await readFile(top.join('work/copied/b.txt'), 'utf8')).toBe('b');
    expect(await readlink(top.join('work/copied/link'))).toBe('b.txt');
    await expect(files.copy('a.txt', 'x/y/a.txt', { overwrite: false })).rejects.toThrowError(
      failsWith('exists', 'a.txt'),
    );
    await expect(files.copy('sub', 'copied', { overwrite: false })).rejects.toThrowError(
      failsWith('exists'),
    );
    await files.copy('sub', 'x', { overwrite: true });
    expect(await readdir(top.join('work/x'))).toEqual(['b.txt', 'link']);
    await expect(files.copy('a.txt', 'sub', { overwrite: true })).rejects.toThrowError(
      failsWith('is-a-directory'),
    );
    await expect(files.copy('none', 'made/none', { overwrite: true })).rejects.toThrowError(
      failsWith('not-found', 'none'),
    );
    expect(await readdir(top.join('work'))).toEqual(['.git', 'a.txt', 'copied', 'sub', 'x']);
  });

  test('copies no folder with links that lead out of it', async () => {
    await symlink('../../secret.txt', top.join('work/sub/out'));
    await expect(files.copy('sub', 'copied', { overwrite: false })).rejects.toThrowError(
      failsWith('outside-workspace', 'sub'),
    );
    await expect(lstat(top.join('work/copied'))).rejects.toThrow(/ENOENT/);
    expect(await readdir(top.join('work'))).toEqual(['.git', 'a.txt', 'sub']);
  });

  test('moves files and folders, but none into itself', async () => {
    await files.move('a.txt', 'deep/moved.txt', { overwrite: false });
    await files.move('sub', 'other', { overwrite: false });
    await files.move('other/b.txt', top.join('store/kept.txt'), { overwrite: true });
    expect(await readFile(top.join('store/kept.txt'), 'utf8')).toBe('b');
    await expect(files.move('deep', 'deep/er/down', { overwrite: true })).rejects.toThrowError(
      failsWith('invalid-argument', 'deep'),
    );
    await expect(files.move('deep/moved.txt', 'deep', { overwrite: true })).rejects.toThrowError(
      failsWith('invalid-argument'),
    );
    await expect(files.move('none', 'x', { overwrite: true })).rejects.toThrowError(
      failsWith('not-found', 'none'),
    );
    await expect(files.move('deep', 'other', { overwrite: false })).rejects.toThrowError(
      failsWith('exists'),
    );
    await files.move('deep', 'other', { overwrite: true });
    expect(await readdir(top.join('work'))).toEqual(['.git', 'other']);
    expect(await readdir(top.join('work/other'))).toEqual(['moved.txt']);
  });

  test('deletes what is asked for, and never a whole place', async () => {
    await expect(files.delete('sub', { recursive: false })).rejects.toThrowError(
      failsWith('not-empty', 'sub'),
    );
    await files.delete('sub', { recursive: true });
    await files.delete('a.txt', { recursive: false });
    await expect(files.delete('a.txt', { recursive: false })).rejects.toThrowError(
      failsWith('not-found', 'a.txt'),
    );
    for (const path of ['.', top.join('work'), top.join('store'), 'x/..']) {
      await expect(files.delete(path, { recursive: true })).rejects.toThrowError(
        failsWith('is-a-directory', path),
      );
    }
    expect(await readdir(top.join('work'))).toEqual(['.git']);
  });

  test('opens no pipes, sockets or devices', async () => {
    execFileSync('mkfifo', [top.join('work/pipe')]);
    await using server = createServer().listen(top.join('work/socket'));
    await new Promise((resolve) => void server.once('listening', resolve));
    for (const path of ['pipe', 'socket']) {
      await expect(files.readFile(path)).rejects.toThrowError(failsWith('not-a-file', path));
      await expect(files.writeFile(path, bytes('x'))).rejects.toThrowError(
        failsWith('not-a-file', path),
      );
      await expect(files.copy(path, 'copied', { overwrite: true })).rejects.toThrowError(
        failsWith('not-a-file', path),
      );
    }
  });

  test('says how large a file may be, and what it is', async () => {
    await writeFile(top.join('work/fits'), new Uint8Array(readLimit));
    await writeFile(top.join('work/large'), new Uint8Array(readLimit + 1));
    expect((await files.readFile('fits')).length).toBe(readLimit);
    await expect(files.readFile('large')).rejects.toThrowError(
      failsWith('too-large', 'large', '5.7 MiB'),
    );
  });

  test.each(['', 'a\0b', 'x'.repeat(5000), 'y'.repeat(300)])(
    'takes no path such as %j',
    async (path) => {
      await expect(files.writeFile(path, bytes('x'))).rejects.toThrowError(
        failsWith('invalid-argument'),
      );
    },
  );

  test('names no path that the extension did not give', async () => {
    const message = await files.readFile('sub/none').then(String, (error: Error) => error.message);
    expect(message).toContain("'sub/none'");
    expect(message).not.toContain(top.path);
  });

  test('with no folder open, relative paths lead nowhere', async () => {
    const places = await readPlaces({
      workspace: null,
      extension: top.join('extension'),
      storage: [],
    });
    const alone = makeFileService(places, { open });
    await expect(alone.readFile('a.txt')).rejects.toThrowError(
      failsWith('not-found', 'no folder is open'),
    );
    expect(text(await alone.readFile(top.join('extension/package.json')))).toBe('{}');
  });
});
