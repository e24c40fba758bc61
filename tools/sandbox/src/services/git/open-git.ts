import { ServiceError } from '../service-error.ts';
import { type ProgramEnd, runProcessGroup } from '../system/run-process-group.ts';
import { minimalEnvironment } from '../system/system-service.ts';

/** What asks git in a workspace. */
export interface AskedGit {
  /** Tells how git ended. */
  git(args: string[], input?: string): Promise<ProgramEnd>;
  /** Gives what git printed. @throws ServiceError `git-failed`, `not-a-repository` */
  text(args: string[], input?: string): Promise<string>;
}

/** The workspace that git is asked in. */
interface GitPlace {
  /** Absolute; null where no folder is open. */
  root: string | null;
  env: Readonly<Record<string, string | undefined>>;
  /** Bytes. */
  maxOutput?: number;
}

const defaultOutput = 6_000_000;
const timeout = 60_000;

/**
 * What is set for every call, over the settings of the person. Nothing that it names is run: no hooks, since an
 * extension that may write files could write them; no programs for differences, file watching or pages; no
 * other machine is asked.
 */
const hardened = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.pager=cat',
  'core.quotePath=false',
  'core.untrackedCache=false',
  'color.ui=false',
  'diff.external=',
  'diff.ignoreSubmodules=dirty',
  'log.showSignature=false',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
  'submodule.recurse=false',
  'maintenance.auto=false',
  'gc.auto=0',
].flatMap((setting) => ['-c', setting]);

/** Git of the machine, so that nothing that the repository names is run; pathspecs are no patterns. */
export function openGit(place: GitPlace): AskedGit {
  const git = async (args: string[], input?: string) => callGit(place, { args, input });
  return {
    git,
    text: async (args, input) => (await succeed(git(args, input), args)).stdout.toString(),
  };
}

function callGit(
  { root, env, maxOutput = defaultOutput }: GitPlace,
  call: { args: string[]; input?: string | undefined },
) {
  if (root === null) throw new ServiceError('not-a-repository', 'No folder is open');
  return runProcessGroup({
    command: 'git',
    args: ['--literal-pathspecs', ...hardened, ...call.args],
    cwd: root,
    env: {
      ...minimalEnvironment(env),
      GIT_TERMINAL_PROMPT: '0',
      GIT_EDITOR: ':',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_LAZY_FETCH: '1',
      LC_ALL: 'C.UTF-8',
    },
    maxOutput,
    timeout,
    ...(call.input !== undefined && { input: call.input }),
  });
}

async function succeed(run: Promise<ProgramEnd>, [command = '']: string[]) {
  const end = await run;
  if (end.exitCode === 0) return end;
  const said = end.stderr.toString();
  if (/not a git repository/.test(said)) {
    throw new ServiceError('not-a-repository', "The workspace isn't in a git repository");
  }
  const line = said.split('\n').find((one) => /^(?:fatal|error):/.test(one)) ?? '';
  const reason = line === '' ? `exit code ${end.exitCode}` : withoutPaths(line);
  throw new ServiceError('git-failed', `git ${command} failed: ${reason}`, {
    cause: new Error(said),
  });
}

/** What git says of files elsewhere, such as the settings of the person. */
function withoutPaths(line: string): string {
  return line.replaceAll(/(?<![\w.])(?:~|[A-Za-z]:)?[\\/][^\s'":]+/g, '…').slice(0, 500);
}
