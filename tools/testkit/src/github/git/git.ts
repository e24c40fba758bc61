import { runElsewhere } from '@orchestra/registry/git-process';
import { devNull } from 'node:os';
import { keptEnvironment } from '../../run-process.ts';

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
export async function runGit(directory: string, call: GitCall): Promise<GitResult> {
  const settings = ['-c', 'core.fsync=none', '-c', 'gc.auto=0', `--git-dir=${directory}`];
  const { exitCode, stdout, stderr } = await runElsewhere({
    args: [...settings, ...call.args],
    input: call.input ?? '',
    env: { ...keptEnvironment, ...gitEnvironment, ...call.env },
  });
  return {
    exitCode,
    stdout: Buffer.from(stdout),
    stderr: Buffer.from(stderr).toString('utf8').trim(),
  };
}

/** Runs git and returns what it prints. @throws Error where git fails */
export async function git(directory: string, call: GitCall): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await runGit(directory, call);
  if (exitCode === 0) return stdout;
  throw new Error(`git ${call.args.join(' ')} failed: ${stderr}`);
}
