import { relative, sep } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { Commit, GitService } from '../services.ts';
import { blameFile } from './blame-file.ts';
import { findPrefix } from './find-prefix.ts';
import { type AskedGit, openGit } from './open-git.ts';
import { commitFormat, parseCommits } from './parse-commits.ts';
import { parseStatus } from './parse-status.ts';
import { requireStagedInside, requireSwitchInside } from './require-inside.ts';
import { showCommit } from './show-commit.ts';

/** The repository of a workspace. */
export interface GitSettings {
  /** Absolute; null where no folder is open. */
  root: string | null;
  env: Readonly<Record<string, string | undefined>>;
  /** Where a path of the extension is, absolute. Throws `outside-workspace`. */
  findPath(path: string): string;
}

const maxCommits = 1_000;

/**
 * Git of the machine, on the repository that has the workspace. Where the workspace is a folder of it, files
 * outside of that folder are neither told of nor changed. What an extension gives is never an option of git, nor
 * a pattern. Paths are relative to the workspace.
 */
export function makeGitService(settings: GitSettings): GitService {
  const asked = openGit(settings);
  const { git, text } = asked;
  const names = (paths: readonly string[]) => paths.map((path) => toName(settings, path));
  /** What is asked for; all of the workspace where nothing is. */
  const chosen = (path: string | undefined, prefix: string) => {
    if (path !== undefined) return names([path]);
    return prefix === '' ? [] : ['.'];
  };
  return {
    status: async () => {
      const prefix = await findPrefix(asked);
      const paths = chosen(undefined, prefix);
      return parseStatus(await text([...statusArgs, '--', ...paths]), prefix);
    },
    diff: async ({ staged, path }) => {
      const paths = chosen(path, await findPrefix(asked));
      const which = [...(staged === true ? ['--cached'] : []), '--', ...paths];
      return text(['diff', '--no-ext-diff', '--no-textconv', '--relative', ...which]);
    },
    log: async ({ maxCount, path }) => {
      const paths = chosen(path, await findPrefix(asked));
      return listCommits(asked, { maxCount, names: paths });
    },
    blame: async (path, options) => {
      const [name = '.'] = names([path]);
      const prefix = await findPrefix(asked);
      return blameFile({ root: settings.root ?? '', name, prefix, text }, options);
    },
    show: async (hash, { path }) => {
      const prefix = await findPrefix(asked);
      return showCommit(asked, { hash, prefix, names: chosen(path, prefix) });
    },
    branches: async () => {
      await findPrefix(asked);
      return parseBranches(await text(['for-each-ref', `--format=${branchFormat}`, 'refs/heads']));
    },
    currentBranch: async () => {
      await findPrefix(asked);
      const { exitCode, stdout } = await git(['symbolic-ref', '--quiet', '--short', 'HEAD']);
      return exitCode === 0 ? stdout.toString().trimEnd() : undefined;
    },
    add: async (paths) => {
      const listed = names(paths);
      if (listed.length === 0) return;
      await findPrefix(asked);
      await text(['add', '--pathspec-from-file=-', '--pathspec-file-nul'], listed.join('\0'));
    },
    commit: async (message) => {
      if (message.trim() === '')
        throw new ServiceError('invalid-argument', 'A commit needs a message');
      await requireStagedInside(asked, await findPrefix(asked));
      await requireStaged(asked);
      await text(['commit', '--quiet', '--cleanup=whitespace', '--file=-'], message);
      const [made] = await listCommits(asked, { maxCount: 1, names: [] });
      if (made !== undefined) return made;
      throw new ServiceError('git-failed', 'git made a commit, and lists none');
    },
    checkout: async (branch, { create }) => {
      const prefix = await findPrefix(asked);
      await requireBranchName(asked, branch);
      if (!create) await requireSwitchInside(asked, { branch, prefix });
      await text(['switch', '--quiet', ...(create ? ['--create'] : []), branch]);
    },
  };
}

const statusArgs = [
  'status',
  '--porcelain=v2',
  '--branch',
  '-z',
  '--untracked-files=all',
  '--no-renames',
];

function toName(settings: GitSettings, path: string): string {
  const name = relative(settings.root ?? '', settings.findPath(path));
  return name === '' ? '.' : name.split(sep).join('/');
}

async function listCommits(
  { git, text }: AskedGit,
  options: { maxCount?: number | undefined; names: string[] },
): Promise<Commit[]> {
  const count = options.maxCount ?? 100;
  if (!Number.isInteger(count) || count < 1 || count > maxCommits) {
    throw new ServiceError(
      'invalid-argument',
      `maxCount is from 1 to ${maxCommits}; found ${count}`,
    );
  }
  const head = await git(['rev-parse', '--quiet', '--verify', 'HEAD']);
  if (head.exitCode !== 0) return []; // nothing is committed yet
  const log = await text([
    'log',
    '-z',
    `--max-count=${count}`,
    `--format=${commitFormat}`,
    'HEAD',
    '--',
    ...options.names,
  ]);
  return parseCommits(log);
}

const branchFormat = '%(refname:short)%00%(HEAD)%00%(upstream:short)';

function parseBranches(listed: string): Awaited<ReturnType<GitService['branches']>> {
  return listed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', head, upstream = ''] = line.split('\0');
      return { name, current: head === '*', upstream: upstream === '' ? undefined : upstream };
    });
}

async function requireStaged({ git }: AskedGit): Promise<void> {
  const { exitCode } = await git(['diff', '--cached', '--quiet', '--no-ext-diff', '--no-textconv']);
  if (exitCode !== 0) return; // there is something, or the commit will say what is wrong
  throw new ServiceError('nothing-to-commit', 'Nothing is staged: call git.add() first');
}

async function requireBranchName({ git }: AskedGit, branch: string): Promise<void> {
  const isPlain =
    branch !== '' && !branch.startsWith('-') && !branch.includes('@{') && !branch.includes('\0');
  if (isPlain) {
    const { exitCode } = await git(['check-ref-format', `refs/heads/${branch}`]);
    if (exitCode === 0) return;
  }
  throw new ServiceError('invalid-argument', `'${branch.slice(0, 200)}' is no name of a branch`);
}
