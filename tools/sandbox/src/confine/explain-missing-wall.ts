import { readFileSync } from 'node:fs';
import type { WallKind } from './find-wall.ts';

/** Why there is no wall, and what to do about it; for people. */
export interface MissingWall {
  why: string;
  hint: string;
}

/** Switches of Linux that forbid user namespaces: the value that does, and the one that allows them. */
const switches = [
  { name: 'kernel.apparmor_restrict_unprivileged_userns', forbids: '1', allows: '0' },
  { name: 'kernel.unprivileged_userns_clone', forbids: '0', allows: '1' },
  { name: 'user.max_user_namespaces', forbids: '0', allows: '15000' },
];

/** What a system is asked, to tell why it has no wall. */
export interface WallSystem {
  platform: NodeJS.Platform;
  asRoot: boolean;
  /** The value of a switch of Linux; undefined where it hasn't this one. */
  readSwitch: (name: string) => string | undefined;
}

/** Says why no wall works here, from what each kind that was tried printed. */
export function explainMissingWall(
  failures: ReadonlyMap<WallKind, string>,
  system: WallSystem = thisSystem(),
): MissingWall {
  if (system.platform !== 'linux') {
    return {
      why: `there is none for ${system.platform} yet`,
      hint: 'run it on Linux, also in a virtual machine',
    };
  }
  const off = switches.find(({ name, forbids }) => system.readSwitch(name) === forbids);
  if (off !== undefined && (!system.asRoot || off.name === 'user.max_user_namespaces')) {
    return {
      why: `this system forbids user namespaces: ${off.name} is ${off.forbids}`,
      hint: `sudo sysctl -w ${off.name}=${off.allows}${failures.has('bwrap') ? '' : '; or install bubblewrap'}`,
    };
  }
  return explainFailures(failures, system);
}

function explainFailures(failures: ReadonlyMap<WallKind, string>, system: WallSystem): MissingWall {
  const told = [...failures].map(([kind, failure]) => `${kind}: ${failure}`);
  const why = told.length > 0 ? told.join('; ') : 'bwrap isn’t installed';
  if (/not installed|is in none of/.test(why)) {
    return { why, hint: 'install util-linux, coreutils and bubblewrap' };
  }
  return {
    why,
    hint: system.asRoot
      ? 'in a container, give it CAP_SYS_ADMIN, or allow it to unshare namespaces'
      : 'allow this user to make user namespaces; containers need a seccomp profile that does',
  };
}

function thisSystem(): WallSystem {
  return { platform: process.platform, asRoot: process.getuid?.() === 0, readSwitch };
}

function readSwitch(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
