import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  spawn,
  type StdioOptions,
} from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import {
  channelDescriptor,
  type ConfinedProgram,
  environmentOf,
  nodeCommand,
} from './confined-program.ts';
import { findConfinementTool, needConfinementTool } from './confinement-tools.ts';
import type { Wall } from './find-wall.ts';
import { listInheritedDescriptors } from './list-inherited-descriptors.ts';
import { planBwrap } from './plan-bwrap.ts';
import { planLimits } from './plan-limits.ts';
import { planUnshare } from './plan-unshare.ts';

/**
 * Starts a program behind a wall, with pipes to its standard input, output and error, a socket as its channel
 * where it has one (`stdio[channelDescriptor]`: lines of JSON both ways, of which none is read here), and nothing
 * else of this process; it dies with the thread that starts it.
 *
 * What is returned is what made the wall: to end all that is behind it, send it SIGKILL (others it may
 * ignore). It ends as the program does; a signal that ended that may be told as the code 128 + its number.
 *
 * Throws where a file of the program isn't there.
 */
export function startConfined(
  program: ConfinedProgram,
  wall: Wall,
): ChildProcessWithoutNullStreams {
  const [command = '', ...args] = planCommand(program, wall);
  const nothing = openSync(devNull, 'r');
  try {
    const child = spawn(command, args, {
      cwd: '/',
      env: environmentOf(program),
      stdio: planStdio(nothing, program),
      detached: process.platform !== 'win32', // no terminal, and no signals from one
      windowsHide: true,
    });
    return withPipes(child);
  } finally {
    closeSync(nothing);
  }
}

/** Pipes, and nothing in the place of all that would be inherited. */
function planStdio(nothing: number, { hasChannel = false }: ConfinedProgram): StdioOptions {
  const inherited = listInheritedDescriptors();
  const count = Math.max(2, ...inherited, ...(hasChannel ? [channelDescriptor] : [])) + 1;
  return Array.from({ length: count }, (_, descriptor) => {
    if (descriptor <= 2 || (hasChannel && descriptor === channelDescriptor)) return 'pipe';
    return inherited.includes(descriptor) ? nothing : 'ignore';
  });
}

function withPipes(child: ChildProcess): ChildProcessWithoutNullStreams {
  if (hasPipes(child)) return child;
  throw new Error('the program was started without pipes to it');
}

function hasPipes(child: ChildProcess): child is ChildProcessWithoutNullStreams {
  return child.stdin !== null && child.stdout !== null && child.stderr !== null;
}

function planCommand(program: ConfinedProgram, wall: Wall): string[] {
  const asRoot = process.getuid?.() === 0;
  switch (wall.kind) {
    case 'bwrap':
      return planBwrap(program, {
        bwrap: needConfinementTool('bwrap'),
        asRoot,
        disablesUserNamespaces: wall.older !== true,
      });
    case 'unshare':
      return planUnshare(program, { asRoot });
    case 'none':
      return planUnconfined(program);
  }
}

/** Without a wall, what can be had on Linux: limits, no new rights, and an end with this process. */
function planUnconfined(program: ConfinedProgram): string[] {
  const command = nodeCommand(program);
  const setpriv = findConfinementTool('setpriv');
  const limited = process.platform === 'linux' && setpriv !== undefined;
  if (!limited || findConfinementTool('prlimit') === undefined) return command;
  const limits = planLimits(program, { ownUser: false });
  return [...limits, setpriv, '--no-new-privs', '--pdeathsig=KILL', '--', ...command];
}
