import {
  asNobody,
  type ConfinedProgram,
  environmentOf,
  nobody,
  nodeCommand,
} from './confined-program.ts';
import { needConfinementTool } from './confinement-tools.ts';
import { listLibraries } from './list-libraries.ts';
import { planLimits } from './plan-limits.ts';
import { type RootEntry, planRoot } from './plan-root.ts';

/** What differs from one system to another. */
export interface BwrapSystem {
  /** The absolute path of bwrap. */
  bwrap: string;
  /** Whether this process is root's: bwrap then runs as nobody. */
  asRoot: boolean;
  /** Whether bwrap knows `--disable-userns`, as it does since 0.8. */
  disablesUserNamespaces: boolean;
}

/**
 * The command that runs a program behind a wall made by bubblewrap.
 *
 * It has no option for limits, and to count processes apart they have to be set in the new user
 * namespace: so `prlimit` is seen behind the wall too.
 */
export function planBwrap(program: ConfinedProgram, system: BwrapSystem): string[] {
  const limits = planLimits(program, { ownUser: true });
  const prlimit = needConfinementTool('prlimit');
  const entries = [...planRoot(program), ...[...listLibraries(prlimit), prlimit].map(asProgram)];
  return [
    ...(system.asRoot ? [needConfinementTool('setpriv'), ...asNobody] : []),
    system.bwrap,
    ...'--unshare-all --unshare-user --die-with-parent --new-session --clearenv'.split(' '),
    ...(program.hasNetwork === true ? ['--share-net'] : []),
    ...(system.disablesUserNamespaces ? ['--disable-userns'] : []),
    ...`--cap-drop ALL --uid ${nobody} --gid ${nobody} --hostname engine`.split(' '),
    ...Object.entries(environmentOf(program)).flatMap((each) => ['--setenv', ...each]),
    ...entries.flatMap(({ path }) => ['--ro-bind', path, path]),
    ...(program.hidden ?? []).flatMap((path) => ['--tmpfs', path, '--remount-ro', path]),
    ...'--chdir / --remount-ro / --'.split(' '),
    ...limits,
    ...nodeCommand(program),
  ];
}

function asProgram(path: string): RootEntry {
  return { path, folder: false, runs: true };
}
