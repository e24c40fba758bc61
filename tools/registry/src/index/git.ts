import { RegistryError } from '@orchestra/core';
import { devNull } from 'node:os';
import { runGitProcess } from '../git-process/run-git-process.ts';

/** Settings for every git call, which override the machine's own. */
export const gitSettings = [
  '-c',
  'core.fsync=committed,reference', // so that a confirmed publish survives a power cut
  '-c',
  'gc.auto=0',
  '-c',
  `core.hooksPath=${devNull}`,
];

/**
 * Environment of every git process: none of the user's settings, and no prompts. `PATH` is the one variable
 * that is read outside of an application's `readConfig`: it is needed to find git, and is the same for every
 * caller.
 */
export const gitEnvironment: Readonly<Record<string, string | undefined>> = {
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
};

/** A call of git on a bare repository. */
export interface GitCall {
  args: readonly string[];
  input?: string | Uint8Array;
  /**
   * Variables in addition to {@link gitEnvironment}, for values that must not be on a command line, where
   * other processes can read them.
   */
  env?: Readonly<Record<string, string>>;
}

/** Exit code and output of a git command. */
export interface GitResult {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

/**
 * Runs git on a bare repository and returns the result, whatever the exit code is.
 *
 * @throws RegistryError `git-failed` where git can't be started
 */
export async function runGit(directory: string, call: GitCall): Promise<GitResult> {
  const { exitCode, stdout, stderr } = await runGitProcess({
    args: [...gitSettings, `--git-dir=${directory}`, ...call.args],
    input: call.input ?? '',
    env: { ...gitEnvironment, ...call.env },
  }).catch((cause: unknown) => {
    throw notStarted(cause);
  });
  return { exitCode, stdout: toBuffer(stdout), stderr: toBuffer(stderr).toString('utf8').trim() };
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * Runs git and returns its output.
 *
 * @throws RegistryError `git-failed`
 */
export async function git(directory: string, call: GitCall): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await runGit(directory, call);
  if (exitCode === 0) return stdout;
  throw gitFailed(call.args, stderr);
}

/** The error for a git command that failed. */
export function gitFailed(args: readonly string[], stderr: string): RegistryError {
  return new RegistryError('git-failed', `git ${args[0] ?? ''} failed: ${stderr.slice(0, 500)}`, {
    hint: 'Look at the repository with git itself; `git fsck` finds damage.',
  });
}

/** The error for a git that can't be started. */
export function notStarted(cause: unknown): RegistryError {
  return new RegistryError('git-failed', "git can't be started", {
    hint: 'Install git 2.36 or newer, and see that it is on the PATH.',
    cause,
  });
}
