import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { planBwrap } from './plan-bwrap.ts';

test('planBwrap() unshares all, binds files read-only, and sets limits inside', async () => {
  await using folder = await makeFolder({ 'engine.js': '', 'data/a.txt': '' });
  const script = folder.join('engine.js');
  const program = {
    node: process.execPath,
    script,
    args: ['--share-net'],
    nodeArgs: ['--no-warnings'],
    readable: [folder.join('data')],
    addressSpaceBytes: 3_000_000_000,
  };
  const system = { bwrap: '/opt/bwrap', asRoot: false, disablesUserNamespaces: true };
  const plan = planBwrap(program, system);
  const command = plan.lastIndexOf(process.execPath);
  expect(plan.slice(command)).toEqual([process.execPath, '--no-warnings', script, '--share-net']);
  const [own, limits] = [
    plan.slice(0, plan.indexOf('--')),
    plan.slice(plan.indexOf('--'), command),
  ];
  expect(own.slice(0, 7)).toEqual([
    '/opt/bwrap',
    '--unshare-all',
    '--unshare-user',
    '--die-with-parent',
    '--new-session',
    '--clearenv',
    '--disable-userns',
  ]);
  const bound = own.flatMap((word, index) => (word === '--ro-bind' ? [own[index + 1]] : []));
  expect(bound).toEqual(expect.arrayContaining([process.execPath, script, folder.join('data')]));
  expect(own.filter((word) => /^--(?:bind|dev|proc|share|ro-bind-try)/.test(word))).toEqual([]);
  expect(limits).toContain('--as=3000000000');
  expect(limits).toContain('--core=0');

  const older = planBwrap(program, { ...system, asRoot: true, disablesUserNamespaces: false });
  expect(older).not.toContain('--disable-userns');
  expect(older.slice(1, 6)).toEqual([
    '--reuid=65534',
    '--regid=65534',
    '--clear-groups',
    '--',
    '/opt/bwrap',
  ]);
});
