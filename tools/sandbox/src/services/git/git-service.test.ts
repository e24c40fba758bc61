import { writeFile } from 'node:fs/promises';
import { runProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { coded, openServicesForEach } from '../../../test/open-services.ts';

const opened = openServicesForEach();

test('git: a repository from its first commit to its second branch', async () => {
  const { git: service } = opened.services.workspace;
  await expect(service.status()).rejects.toThrowError(coded('not-a-repository'));
  await opened.git('init', '--quiet');
  await writeFile(opened.top.join('work/.gitignore'), 'node_modules\n');
  expect(await service.log({})).toEqual([]);
  expect(await service.status()).toEqual({
    branch: 'main',
    staged: [],
    modified: [],
    untracked: ['.gitignore', 'a.txt', 'sub/b.ts'],
    ahead: 0,
    behind: 0,
  });
  await expect(service.commit('Nothing')).rejects.toThrowError(coded('nothing-to-commit'));
  await service.add(['a.txt', opened.top.join('work/sub'), '.gitignore']);
  expect((await service.status()).staged).toEqual(['.gitignore', 'a.txt', 'sub/b.ts']);
  const made = await service.commit('Begin\n\n# of the tide');
  expect(made).toMatchObject({
    author: 'Ada',
    message: 'Begin\n\n# of the tide',
    hash: (await opened.git('rev-parse', 'HEAD')).trim(),
  });
  expect(Date.parse(made.date)).not.toBeNaN();
  expect(JSON.stringify(await service.log({}))).not.toContain('ada@');
  await writeFile(opened.top.join('work/a.txt'), 'low\n');
  expect((await service.status()).modified).toEqual(['a.txt']);
  expect(await service.diff({})).toContain('+low');
  expect(await service.diff({ path: 'sub' })).toBe('');
  expect(await service.diff({ staged: true })).toBe('');
  await service.checkout('ebb/1', { create: true });
  expect(await service.currentBranch()).toBe('ebb/1');
  expect(await service.branches()).toEqual([
    { name: 'ebb/1', current: true, upstream: undefined },
    { name: 'main', current: false, upstream: undefined },
  ]);
  await opened.git('branch', '--quiet', '--set-upstream-to=main');
  expect((await service.branches())[0]).toMatchObject({ upstream: 'main' });
  await service.add(['.']);
  await service.commit('Fall');
  expect(await service.status()).toMatchObject({ branch: 'ebb/1', ahead: 1, behind: 0 });
  expect((await service.log({ path: 'sub' })).map(({ message }) => message)).toEqual([
    'Begin\n\n# of the tide',
  ]);
  expect(await service.log({ maxCount: 1 })).toHaveLength(1);
  await service.checkout('main', { create: false });
  expect(await service.currentBranch()).toBe('main');
});

test('git: what an extension gives is no option, no pattern and nothing outside', async () => {
  const { git: service } = opened.services.workspace;
  await opened.git('init', '--quiet');
  await opened.git('add', 'a.txt');
  await opened.git('commit', '--quiet', '-m', 'Begin');
  for (const path of ['../outside', '/etc', opened.top.join('outside/secret.txt')]) {
    await expect(service.add([path])).rejects.toThrowError(coded('outside-workspace'));
    await expect(service.diff({ path })).rejects.toThrowError(coded('outside-workspace'));
    await expect(service.log({ path })).rejects.toThrowError(coded('outside-workspace'));
  }
  await expect(service.add(['*.ts'])).rejects.toThrowError(coded('git-failed'));
  await expect(service.add([':/sub'])).rejects.toThrowError(coded('git-failed'));
  for (const branch of ['--detach', '-f', '@{-1}', '', 'a..b', 'a b', '--orphan=x', 'x\0y']) {
    await expect(service.checkout(branch, { create: false })).rejects.toThrowError(
      coded('invalid-argument'),
    );
    await expect(service.checkout(branch, { create: true })).rejects.toThrowError(
      coded('invalid-argument'),
    );
  }
  await expect(service.diff({ path: '--output=made' })).resolves.toBe('');
  await expect(service.add(['--all'])).rejects.toThrowError(coded('git-failed'));
  await expect(service.checkout('none', { create: false })).rejects.toThrowError(
    coded('git-failed'),
  );
  await expect(service.log({ maxCount: 0 })).rejects.toThrowError(coded('invalid-argument'));
  expect(await opened.services.fs.exists('made')).toBe(false);
});

test('git: nothing that the repository names is run', async () => {
  const { git: service } = opened.services.workspace;
  await opened.git('init', '--quiet');
  const ran = opened.top.join('ran');
  const script = `#!/bin/sh\ntouch '${ran}'\ncat "$@" 2>/dev/null\n`;
  await writeFile(opened.top.join('work/run.sh'), script, { mode: 0o755 });
  for (const hook of [
    'pre-commit',
    'commit-msg',
    'post-commit',
    'post-checkout',
    'post-index-change',
  ]) {
    await writeFile(opened.top.join('work/.git/hooks', hook), script, { mode: 0o755 });
  }
  const run = opened.top.join('work/run.sh');
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'diff.tide.textconv',
    'diff.tide.command',
    'core.editor',
    'pager.log',
    'pager.diff',
  ]) {
    await opened.git('config', key, run);
  }
  await writeFile(opened.top.join('work/.gitattributes'), '*.txt diff=tide\n');
  await service.add(['a.txt', '.gitattributes']);
  await service.commit('Begin');
  await writeFile(opened.top.join('work/a.txt'), 'low\n');
  expect(await service.diff({})).toContain('+low');
  await service.status();
  await service.log({ path: 'a.txt' });
  await service.checkout('ebb', { create: true });
  const { exitCode } = await runProcess(['test', '-e', ran]);
  expect(exitCode).toBe(1);
});
