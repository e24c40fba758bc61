import { runProcess, writeFiles } from '@orchestra/testkit';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { coded, never, openServicesForEach } from '../../../test/open-services.ts';

// the workspace is `work`, a folder of a repository that has `other` as well
const opened = openServicesForEach();

async function git(...args: string[]): Promise<string> {
  const ended = await runProcess(['git', '-C', opened.top.path, ...args], {
    env: { HOME: opened.top.join('home') },
  });
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  return ended.stdout.trim();
}

async function commit(message: string): Promise<string> {
  await git('add', '--all');
  await git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

const write = (name: string, text: string) => writeFile(opened.top.join(name), text);

beforeEach(async () => {
  await writeFiles(opened.top.path, { 'other/secret.txt': 'one\ntwo\n', '.gitignore': 'home\n' });
  await git('init', '--quiet');
});

test('git in a folder of a repository: status and diff tell of that folder alone, relative to it', async () => {
  const { git: service } = opened.services.workspace;
  await commit('Begin');
  await write('other/secret.txt', 'changed');
  await write('other/new.txt', 'new');
  await write('work/a.txt', 'low\n');
  await write('work/sub/new file.txt', 'new');
  expect(await service.status()).toEqual({
    branch: 'main',
    staged: [],
    modified: ['a.txt'],
    untracked: ['sub/new file.txt'],
    ahead: 0,
    behind: 0,
  });
  const diff = await service.diff({});
  expect(diff).toContain('--- a/a.txt\n+++ b/a.txt\n');
  expect(diff).not.toMatch(/work|other|secret/);
  await service.add(['.']);
  expect(await git('diff', '--cached', '--name-only')).toBe('work/a.txt\nwork/sub/new file.txt');
  expect((await service.status()).staged).toEqual(['a.txt', 'sub/new file.txt']);
  expect(await service.diff({ staged: true, path: 'sub' })).toContain('+++ b/sub/new file.txt\t\n');
});

test('git in a folder of a repository: log and show know commits of that folder alone', async () => {
  const { git: service } = opened.services.workspace;
  const begun = await commit('Begin');
  await write('other/secret.txt', 'changed');
  const elsewhere = await commit('Change a secret');
  await write('other/secret.txt', 'changed again');
  await write('work/a.txt', 'low\n');
  const both = await commit('Change both');
  const messages = async (path?: string) =>
    (await service.log(path === undefined ? {} : { path })).map(({ message }) => message);
  expect(await messages()).toEqual(['Change both', 'Begin']);
  expect(await messages('sub')).toEqual(['Begin']);
  const shown = await service.show(both, {});
  expect(shown).toMatchObject({ hash: both, message: 'Change both' });
  expect(shown.diff).toContain('--- a/a.txt\n+++ b/a.txt\n');
  expect(shown.diff).not.toMatch(/work|other|changed again/);
  expect((await service.show(begun, { path: 'sub' })).diff).toContain('+++ b/sub/b.ts\n');
  await expect(service.show(elsewhere, {})).rejects.toThrowError(coded('not-found'));
  await expect(service.show(elsewhere, { path: 'a.txt' })).rejects.toThrowError(coded('not-found'));
});

test('git in a folder of a repository: blame has paths of that folder, also where a file was elsewhere', async () => {
  const { git: service } = opened.services.workspace;
  await git('config', 'diff.renames', 'copies');
  await commit('Begin');
  await rename(opened.top.join('work/sub/b.ts'), opened.top.join('work/c.ts'));
  await commit('Move inside');
  await rename(opened.top.join('other/secret.txt'), opened.top.join('work/in.txt'));
  const moved = await commit('Move into it');
  expect((await service.show(moved, {})).diff).not.toMatch(/other|secret|rename/);
  expect((await service.blame('c.ts', {}))[0]).toMatchObject({
    summary: 'Begin',
    path: 'sub/b.ts',
  });
  expect((await service.blame('in.txt', {}))[0]).toMatchObject({
    summary: 'Begin',
    path: 'in.txt',
  });
  await expect(service.blame('../.gitignore', {})).rejects.toThrowError(coded('outside-workspace'));
  await expect(service.blame('none.txt', {})).rejects.toThrowError(coded('not-found'));
});

test('git in a folder of a repository: nothing is committed that is staged outside of it', async () => {
  const { git: service } = opened.services.workspace;
  await commit('Begin');
  await write('other/secret.txt', 'changed');
  await git('add', '--all');
  await expect(service.commit('Both')).rejects.toThrowError(coded('outside-workspace'));
  await git('reset', '--quiet');
  await write('work/a.txt', 'low\n');
  await service.add(['a.txt']);
  expect(await service.commit('Fall')).toMatchObject({ message: 'Fall' });
  expect(await git('show', '--name-only', '--format=', 'HEAD')).toBe('work/a.txt');
});

test('git in a folder of a repository: no branch is switched to that differs outside of it', async () => {
  const { git: service } = opened.services.workspace;
  await commit('Begin');
  await service.checkout('inside', { create: true });
  await write('work/a.txt', 'low\n');
  await commit('Inside');
  await git('switch', '--quiet', '--create', 'outside');
  await write('other/secret.txt', 'changed');
  const far = await commit('Outside');
  await git('update-ref', 'refs/remotes/origin/far', far);
  await git('switch', '--quiet', 'main');
  for (const branch of ['outside', 'far']) {
    await expect(service.checkout(branch, { create: false })).rejects.toThrowError(
      coded('outside-workspace'),
    );
  }
  expect(await readFile(opened.top.join('other/secret.txt'), 'utf8')).toBe('one\ntwo\n');
  await service.checkout('inside', { create: false });
  expect(await service.currentBranch()).toBe('inside');
  expect(await readFile(opened.top.join('work/a.txt'), 'utf8')).toBe('low\n');
});

test('git: a repository that ignores the workspace is none of it, and all of it is searched', async () => {
  const { git: service, search } = opened.services.workspace;
  await write('.gitignore', 'work/\n');
  await commit('Begin');
  for (const ask of [
    () => service.status(),
    () => service.log({}),
    () => service.diff({}),
    () => service.branches(),
    () => service.currentBranch(),
    () => service.commit('Nothing'),
    () => service.checkout('new', { create: true }),
  ]) {
    await expect(ask()).rejects.toThrowError(coded('not-a-repository'));
  }
  expect(await search('tide', {}, never)).not.toEqual([]);
  await rm(opened.top.join('.git'), { recursive: true });
  await expect(service.status()).rejects.toThrowError(coded('not-a-repository'));
});
