import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** How a process ended and what it printed. */
export interface ProcessResult {
  /** Null where a signal ended it. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Where and how a process runs. */
export interface RunOptions {
  cwd?: string;
  /** Replaces the environment, except for {@link keptEnvironment}. */
  env?: Record<string, string>;
  /** Text given on standard input; without it, standard input is closed. */
  input?: string;
  /** Sends SIGKILL once this many milliseconds have passed. */
  killAfterMs?: number;
  /** Sends SIGKILL once it is aborted. */
  signal?: AbortSignal;
}

/** What every program gets of this process's environment: where programs are, compiled code is kept, and how Node runs. */
export const keptEnvironment = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  NODE_OPTIONS: process.env['NODE_OPTIONS'],
};

/** Starts a program with pipes to it; its environment is what is given, and {@link keptEnvironment}. */
export function startProcess(
  command: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env'> = {},
): ChildProcessWithoutNullStreams {
  const [program = '', ...args] = command;
  return spawn(program, args, {
    cwd: options.cwd,
    env: { ...keptEnvironment, ...options.env },
    stdio: 'pipe',
  });
}

/** Runs a program to its end and collects what it prints. */
export function runProcess(
  command: readonly string[],
  options: RunOptions = {},
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = startProcess(command, options);
    const timer =
      options.killAfterMs === undefined
        ? undefined
        : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
    const kill = () => void child.kill('SIGKILL');
    options.signal?.addEventListener('abort', kill);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', kill);
      resolve({ exitCode, signal, stdout, stderr });
    });
  });
}
