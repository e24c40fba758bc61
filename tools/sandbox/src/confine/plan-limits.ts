import { release } from 'node:os';
import {
  type ConfinedProgram,
  defaultAddressSpaceBytes,
  maxConfinedThreads,
} from './confined-program.ts';
import { needConfinementTool } from './confinement-tools.ts';

/**
 * The command to put before another one, which is limited by it: address space and open files; no core
 * dumps, no writing to files, no locked memory, no message queues.
 *
 * With `ownUser`, processes and threads as well: only where the program has a user namespace of its own,
 * since elsewhere, and before Linux 5.14, all that its user runs is counted.
 */
export function planLimits(program: ConfinedProgram, { ownUser }: { ownUser: boolean }): string[] {
  return [
    needConfinementTool('prlimit'),
    `--as=${program.addressSpaceBytes ?? defaultAddressSpaceBytes}`,
    '--core=0',
    '--fsize=0',
    '--memlock=0',
    '--msgqueue=0',
    '--nofile=64',
    ...(ownUser && countsByNamespace(release())
      ? [`--nproc=${program.maxThreads ?? maxConfinedThreads}`]
      : []),
    '--',
  ];
}

/** Whether a Linux of this release counts processes for each user namespace apart. */
export function countsByNamespace(linuxRelease: string): boolean {
  const [major = 0, minor = 0] = linuxRelease.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}
