import { expect, test } from 'vitest';
import { explainMissingWall } from './explain-missing-wall.ts';

const linux = { platform: 'linux', asRoot: false, readSwitch: () => undefined } as const;

test('explainMissingWall() names the switch that forbids user namespaces, and how to turn it', () => {
  const failures = new Map([
    ['unshare', 'unshare: unshare failed: Operation not permitted'] as const,
  ]);
  const forbids = (name: string, value: string) => ({
    ...linux,
    readSwitch: (asked: string) => (asked === name ? value : undefined),
  });
  expect(
    explainMissingWall(failures, forbids('kernel.apparmor_restrict_unprivileged_userns', '1')),
  ).toEqual({
    why: 'this system forbids user namespaces: kernel.apparmor_restrict_unprivileged_userns is 1',
    hint: 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; or install bubblewrap',
  });
  expect(explainMissingWall(failures, forbids('user.max_user_namespaces', '0')).why).toBe(
    'this system forbids user namespaces: user.max_user_namespaces is 0',
  );
  expect(explainMissingWall(failures, forbids('kernel.unprivileged_userns_clone', '1')).why).toBe(
    'unshare: unshare: unshare failed: Operation not permitted',
  );
});

test('explainMissingWall() tells what failed where no switch explains it, and what is missing', () => {
  const failed = explainMissingWall(new Map([['unshare', 'mount: denied']]), {
    ...linux,
    asRoot: true,
  });
  expect(failed.why).toBe('unshare: mount: denied');
  expect(failed.hint).toContain('CAP_SYS_ADMIN');
  expect(explainMissingWall(new Map([['unshare', 'setpriv: not installed']]), linux)).toEqual({
    why: 'unshare: setpriv: not installed',
    hint: 'install util-linux, coreutils and bubblewrap',
  });
  expect(explainMissingWall(new Map(), { ...linux, platform: 'darwin' }).why).toBe(
    'there is none for darwin yet',
  );
});
