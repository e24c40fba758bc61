import { devNull } from 'node:os';
import { keptEnvironment } from '../../run-process.ts';
import { runElsewhere } from './run-elsewhere.ts';

/** Environment of every git process: nothing of the machine's own settings, and no questions. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
};

/** How git is called on a repository. */
export interface GitCall {
  args: readonly string[];
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string>>;
}

/** How a git command ended. */
export interface GitResult {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

/** Runs git on a bare repository and returns how it ended, whatever that is. */
export function runGit(directory: string, call: GitCall): Promise<GitResult> {
  const settings = ['-c', 'core.fsync=none', '-c', 'gc.auto=0', `--git-dir=${directory}`];
  return runElsewhere({
    args: [...settings, ...call.args],
    input: call.input ?? '',
    env: { ...keptEnvironment, ...gitEnvironment, ...call.env },
  });
}

const known = new Map<string, GitResult>();

/** Runs git where its answer can't change: on objects that are named by their whole ids. What failed is asked again. */
export async function runGitOnce(directory: string, args: readonly string[]): Promise<GitResult> {
  const key = [directory, ...args].join('\0');
  const result = known.get(key) ?? (await runGit(directory, { args }));
  if (result.exitCode === 0) known.set(key, result);
  return result;
}

/** Runs git and returns what it prints. @throws Error where git fails */
export async function git(directory: string, call: GitCall): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await runGit(directory, call);
  if (exitCode === 0) return stdout;
  throw new Error(`git ${call.args.join(' ')} failed: ${stderr}`);
}

/** Runs git and returns the line that it prints; null where it fails. */
export async function askGit(directory: string, ...args: string[]): Promise<string | null> {
  const { exitCode, stdout } = await runGit(directory, { args });
  return exitCode === 0 ? stdout.toString('utf8').trim() : null;
}
