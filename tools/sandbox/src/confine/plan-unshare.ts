import { existsSync } from 'node:fs';
import {
  asNobody,
  channelDescriptor,
  type ConfinedProgram,
  nodeCommand,
} from './confined-program.ts';
import { findConfinementTool, needConfinementTool as tool } from './confinement-tools.ts';
import { planLimits } from './plan-limits.ts';
import { foldersFor, planRoot } from './plan-root.ts';
import { ShellScript } from './shell-script.ts';
import { writeMountTable } from './write-mount-table.ts';

/** A folder of every Linux that nothing is read from: the new root is mounted over it. */
const base = '/sys';

/**
 * The command that runs a program behind a wall made by util-linux.
 *
 * Its processes: `unshare`, which waits outside of the process namespace and takes it along when it dies;
 * the shell of {@link writeSetup}, the first process in there; and the engine, which ends up as Node.
 */
export function planUnshare(program: ConfinedProgram, { asRoot }: { asRoot: boolean }): string[] {
  return [
    tool('setpriv'),
    '--pdeathsig=KILL',
    '--',
    tool('unshare'),
    ...(asRoot ? [] : ['--user', '--map-root-user']),
    ...'--mount --ipc --uts --pid --fork --kill-child=KILL'.split(' '),
    ...(program.hasNetwork === true ? [] : ['--net']),
    ...(existsSync('/proc/self/ns/cgroup') ? ['--cgroup'] : []),
    '--',
    ...writeSetup(program, planEngine(program, { asRoot })).command(tool('sh')),
  ];
}

/**
 * What makes the new root while the engine gives up its rights beside it, then puts it in place, takes the
 * old one away and tells the engine to go on. It stays as the first process: where it ends, all end.
 *
 * Two pipes, made of empty here-documents, are what the two tell each other by.
 */
function writeSetup(program: ConfinedProgram, engine: readonly string[]): ShellScript {
  const entries = planRoot(program);
  const files = entries.filter(({ folder }) => !folder).map(({ path }) => `.${path}`);
  const folders = ['./tmp', ...foldersFor(entries).map((path) => `.${path}`)];
  const script = new ShellScript();
  const hostname = findConfinementTool('hostname');
  return script.add(
    '[ -w /proc/self/oom_score_adj ] && echo 1000 > /proc/self/oom_score_adj',
    'exec 3<&0 4<<x 5<<x\nx\nx',
    'exec 6>/proc/self/fd/4 7>/proc/self/fd/5',
    `${script.words(engine)} <&3 3<&- 4<&- 7>&- &`,
    'engine=$!',
    'exec 3<&- 5<&- 6>&- </dev/null >&2',
    ...(program.hasChannel === true ? [`exec ${channelDescriptor}>&-`] : []),
    ...(hostname === undefined ? [] : [`${script.value(hostname)} engine`]),
    `${script.value(tool('mount'))} -n -t tmpfs -o size=1m,mode=755,nosuid,nodev,noexec tmpfs ${base}`,
    `cd ${base}`,
    `${script.value(tool('mkdir'))} -p -- ${script.words(folders)}`,
    `for file in ${script.words(files)}; do : > "$file"; done`,
    // the table is written where Node is mounted over it
    `printf %s ${script.value(writeMountTable(entries, { base, hidden: program.hidden }))} > ${script.value(base + program.node)}`,
    `${script.value(tool('mount'))} -n -a -T ${script.value(base + program.node)}`,
    `${script.value(tool('mount'))} -n -o remount,bind,ro,nosuid,nodev,noexec ${base}`,
    'read -r ready <&4',
    `${script.value(tool('pivot_root'))} . tmp`,
    // the old root, seen from within, where umount finds its libraries
    `${script.value(`/tmp${tool('chroot')}`)} /tmp ${script.value(tool('umount'))} -n -l /`,
    'echo >&7',
    'exec 0<&- 1>&- 4<&- 7>&-',
    'wait "$engine"',
  );
}

/** The command that gives up all rights, waits for the new root and becomes the program. */
function planEngine(program: ConfinedProgram, { asRoot }: { asRoot: boolean }): string[] {
  return [
    ...(asRoot ? [tool('setpriv'), ...asNobody] : []),
    // no id of this namespace is mapped to any outside: to itself, it is nobody
    tool('unshare'),
    ...'--user --keep-caps --'.split(' '),
    ...forbidNamespaces.command(tool('sh')),
    tool('setpriv'),
    ...'--no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all --'.split(' '),
    ...planLimits(program, { ownUser: true }),
    ...waitForRoot.command(tool('sh')),
    ...nodeCommand(program),
  ];
}

const forbidNamespaces = new ShellScript().add(
  'echo 0 > /proc/sys/user/max_user_namespaces', // in the new namespace alone
  'exec "$@"',
);

const waitForRoot = new ShellScript().add(
  'echo >&6',
  'read -r go <&5',
  'exec 5<&- 6>&-',
  'unset PWD OLDPWD SHLVL',
  'exec "$@"',
);
