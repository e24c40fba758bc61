import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import type { GitService } from '../services.ts';
import { makeGitService } from './git-service.ts';

let top: TemporaryFolder;
let service: GitService;

const coded = (code: string, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) });

beforeEach(async () => {
  top = await makeFolder({
    'work/a.txt': 'one\ntwo\nthree\n',
    'outside/secret.txt': 'one\n',
    'home/.gitconfig': '[init]\n  defaultBranch = main\n[commit]\n  gpgsign = false\n',
  });
  const root = top.join('work');
  service = makeGitService({
    root,
    env: { PATH: process.env['PATH'], HOME: top.join('home') },
    findPath: (path) => {
      const found = join(root, relative(root, join(root, path)));
      if (found.startsWith(root)) return found;
      throw new ServiceError('outside-workspace', path);
    },
  });
});
afterEach(() => top[Symbol.asyncDispose]());

async function git(...args: string[]): Promise<string> {
  const ended = await runProcess(['git', '-C', top.join('work'), ...args], {
    env: { HOME: top.join('home') },
  });
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  return ended.stdout.trim();
}

/** Commits all that is there, by somebody at some time. @returns its hash */
async function commit(message: string, author: string, date: string): Promise<string> {
  await git('add', '--all');
  const who = ['-c', `user.name=${author}`, '-c', 'user.email=someone@tide.example'];
  await git(...who, 'commit', '--quiet', '--message', message, '--date', date);
  return git('rev-parse', 'HEAD');
}

async function makeHistory(): Promise<[string, string]> {
  await git('init', '--quiet');
  const first = await commit('Begin\n\nWith three.', 'Ada Winter', '2026-01-02T03:04:05+05:30');
  await writeFile(top.join('work/a.txt'), 'one\n2\nthree\n');
  const second = await commit('Count in digits', 'Bo', '2026-02-03T04:05:06-03:00');
  return [first, second];
}

test('blame: each line has its commit, its author without an address, and the time where they were', async () => {
  const [first, second] = await makeHistory();
  const begun = {
    isCommitted: true,
    hash: first,
    author: 'Ada Winter',
    date: '2026-01-02T03:04:05+05:30',
    summary: 'Begin',
    path: 'a.txt',
  };
  const lines = await service.blame('a.txt', {});
  expect(lines).toEqual([
    { line: 1, ...begun },
    {
      line: 2,
      isCommitted: true,
      hash: second,
      author: 'Bo',
      date: '2026-02-03T04:05:06-03:00',
      summary: 'Count in digits',
      path: 'a.txt',
    },
    { line: 3, ...begun },
  ]);
  expect(JSON.stringify(lines)).not.toContain('@');
  expect(await service.blame('a.txt', { startLine: 2, endLine: 2 })).toEqual(lines.slice(1, 2));
  expect(await service.blame('a.txt', { startLine: 2, endLine: 99 })).toEqual(lines.slice(1));
  expect(await service.blame('a.txt', { startLine: 4 })).toEqual([]);
});

test('blame: lines that are edited or saved and not committed are told apart', async () => {
  const [first] = await makeHistory();
  const content = 'zero\none\n2\nthree\n';
  const edited = await service.blame('a.txt', { content });
  expect(edited.map(({ isCommitted }) => isCommitted)).toEqual([false, true, true, true]);
  expect(edited[1]).toMatchObject({ line: 2, hash: first });
  await writeFile(top.join('work/a.txt'), 'one\n2\nthree\nfour\n');
  expect((await service.blame('a.txt', {})).at(-1)).toEqual({ line: 4, isCommitted: false });
  await writeFile(top.join('work/new.txt'), 'new\n');
  await expect(service.blame('new.txt', {})).rejects.toThrowError(coded('not-found', 'new.txt'));
  await git('add', 'new.txt');
  expect(await service.blame('new.txt', {})).toEqual([{ line: 1, isCommitted: false }]);
});

test('blame: a file that was moved has the name that it had', async () => {
  const [first] = await makeHistory();
  await mkdir(top.join('work/sub'));
  await rename(top.join('work/a.txt'), top.join('work/sub/b.txt'));
  await commit('Move', 'Bo', '2026-03-03T00:00:00Z');
  expect((await service.blame('sub/b.txt', {}))[0]).toMatchObject({ hash: first, path: 'a.txt' });
});

test('blame: where nothing is committed, and where no repository is', async () => {
  await expect(service.blame('a.txt', {})).rejects.toThrowError(coded('not-a-repository'));
  await git('init', '--quiet');
  await expect(service.blame('a.txt', {})).rejects.toThrowError(coded('not-found'));
  await expect(service.blame('a.txt', { content: 'x' })).rejects.toThrowError(coded('not-found'));
  await expect(service.show('abcdef0', {})).rejects.toThrowError(coded('not-found', 'abcdef0'));
});

test('blame: commits that the settings of git name are passed over', async () => {
  const [first] = await makeHistory();
  await writeFile(top.join('work/a.txt'), 'one\n2\n  three\n');
  const indented = await commit('Indent', 'Bo', '2026-03-03T00:00:00Z');
  expect((await service.blame('a.txt', {}))[2]).toMatchObject({ hash: indented });
  await writeFile(top.join('work/.ignored'), `# indents\n${indented}\n`);
  await git('config', 'blame.ignoreRevsFile', '.ignored');
  expect((await service.blame('a.txt', {}))[2]).toMatchObject({ hash: first });
  await writeFile(top.join('outside/secret.txt'), 'the password\n');
  await git('config', 'blame.ignoreRevsFile', top.join('outside/secret.txt'));
  const error: unknown = await service.blame('a.txt', {}).catch((thrown: unknown) => thrown);
  expect(error).toEqual(coded('git-failed', 'blame.ignoreRevsFile'));
  expect(String(error)).not.toContain('password');
});

test('blame and show: what is given is no option and nothing outside', async () => {
  const [first] = await makeHistory();
  await symlink(top.join('outside'), top.join('work/out'));
  const outside = coded('outside-workspace');
  await expect(service.blame('out/secret.txt', {})).rejects.toThrowError(outside);
  await expect(service.blame('../outside/secret.txt', {})).rejects.toThrowError(outside);
  await expect(service.blame('--contents=a.txt', {})).rejects.toThrowError(coded('not-found'));
  await expect(service.blame(':/a.txt', {})).rejects.toThrowError(coded('not-found'));
  for (const hash of ['--all', 'HEAD', 'main', `${first}..`, 'abc', '']) {
    await expect(service.show(hash, {})).rejects.toThrowError(coded('invalid-argument'));
  }
  await expect(service.show(first, { path: '../a' })).rejects.toThrowError(outside);
  const backwards = service.blame('a.txt', { startLine: 3, endLine: 2 });
  await expect(backwards).rejects.toThrowError(coded('invalid-argument', 'startLine'));
  const long = service.blame('a.txt', { content: 'x'.repeat(5_000_001) });
  await expect(long).rejects.toThrowError(coded('too-large'));
});

test('show: the whole message and the changes, of one file or of all', async () => {
  const [first, second] = await makeHistory();
  await writeFile(top.join('work/b.txt'), 'b\n');
  await writeFile(top.join('work/a.txt'), 'one\n2\n3\n');
  const third = await commit('Go on', 'Bo', '2026-03-03T00:00:00Z');
  const begun = await service.show(first.slice(0, 10), {});
  expect(begun).toMatchObject({
    hash: first,
    author: 'Ada Winter',
    message: 'Begin\n\nWith three.',
  });
  expect(begun.diff).toContain('+three');
  const all = await service.show(third, {});
  expect(all.diff).toContain('+b\n');
  const one = await service.show(third, { path: 'a.txt' });
  expect(one.diff).toContain('-three\n+3\n');
  expect(one.diff).not.toContain('+b\n');
  expect((await service.show(second, { path: 'b.txt' })).diff).toBe('');
});

test('show: a merge has what it brought to its first parent', async () => {
  await makeHistory();
  await git('switch', '--quiet', '--create', 'side', 'HEAD~1');
  await writeFile(top.join('work/b.txt'), 'side\n');
  await commit('Aside', 'Bo', '2026-03-03T00:00:00Z');
  await git('switch', '--quiet', 'main');
  const who = ['-c', 'user.name=Bo', '-c', 'user.email=bo@tide.example'];
  await git(...who, 'merge', '--quiet', '--no-ff', '--message', 'Join', 'side');
  const merged = await service.show(await git('rev-parse', 'HEAD'), {});
  expect(merged).toMatchObject({ message: 'Join' });
  expect(merged.diff).toContain('+side');
  expect(merged.diff).not.toContain('a.txt');
});
