import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants as osConstants } from 'node:os';
import { formatBytes } from '@orchestra/core';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import type { ProgramSignal } from '../services.ts';

/** A program to be run, without a shell. */
export interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  input?: string | Uint8Array;
  /** Milliseconds; no limit where it is absent. */
  timeout?: number;
  signal?: AbortSignal;
  /** Bytes of each of the two outputs. */
  maxOutput: number;
  /** Gets the output as it comes; it isn't collected then. */
  onOutput?: (chunk: Buffer) => void;
}

/** How a program ended. */
export interface ProgramEnd {
  /** 128 and the number of the signal where one ended it, as shells say. */
  exitCode: number;
  stdout: Buffer;
  stderr: Buffer;
}

/** How long a program has to end by itself once it is told to. Milliseconds. */
export const graceMs = 2_000;

/**
 * Runs a program to its end. Whatever ends it early ends all that it started: SIGTERM, and 2 seconds later
 * SIGKILL to its process group.
 *
 * @throws ServiceError `not-found`, `timeout`, `aborted`, `too-large`
 */
export async function runProcessGroup(program: Program): Promise<ProgramEnd> {
  if (isAborted(program)) throw aborted(program);
  const child = await startProgram(program);
  const { promise, resolve, reject } = Promise.withResolvers<ProgramEnd>();
  let failure: ServiceError | undefined;
  let kill: NodeJS.Timeout | undefined;
  const stop = (error: ServiceError) => {
    if (failure !== undefined) return;
    failure = error;
    endGroup(child, 'SIGTERM');
    kill = setTimeout(() => endGroup(child, 'SIGKILL'), graceMs);
  };
  const stdout = collect(child.stdout, program, { name: 'output', stop, each: program.onOutput });
  const stderr = collect(child.stderr, program, { name: 'error output', stop });
  const timer =
    program.timeout === undefined
      ? undefined
      : setTimeout(() => stop(timedOut(program)), Math.min(program.timeout, 2 ** 31 - 1));
  const abort = () => stop(aborted(program));
  program.signal?.addEventListener('abort', abort);
  if (isAborted(program)) abort(); // while it was started
  child.on('exit', () => {
    // what it left running may hold its output open
    if (failure !== undefined) endGroup(child, 'SIGKILL');
  });
  child.on('close', (code, signal) => {
    clearTimeout(timer);
    clearTimeout(kill);
    program.signal?.removeEventListener('abort', abort);
    if (failure !== undefined) return reject(failure);
    const exitCode = code ?? 128 + (signal === null ? 0 : osConstants.signals[signal]);
    resolve({ exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
  });
  child.stdin.on('error', () => {}); // it ended, or reads nothing
  child.stdin.end(program.input ?? '');
  return promise;
}

/**
 * Starts a program as the head of a process group.
 *
 * @throws ServiceError `not-found`, `no-access`, `failed`
 */
export function startProgram(
  program: Pick<Program, 'command' | 'args' | 'cwd' | 'env'>,
): Promise<ChildProcessWithoutNullStreams> {
  const { command, args, cwd, env } = program;
  return new Promise((resolve, reject) => {
    const options = { cwd, env, stdio: 'pipe', windowsHide: true } as const;
    let child: ChildProcessWithoutNullStreams;
    try {
      child = spawn(command, [...args], { ...options, detached: process.platform !== 'win32' });
    } catch (error) {
      return reject(notStarted(command, error));
    }
    child.once('error', (error) => reject(notStarted(command, error)));
    child.once('spawn', () => resolve(child));
  });
}

function notStarted(command: string, error: unknown): ServiceError {
  const system = systemCode(error) ?? 'unknown';
  const code = system === 'ENOENT' ? 'not-found' : system === 'EACCES' ? 'no-access' : 'failed';
  const reason =
    code === 'not-found'
      ? 'there is no such program, or the folder that it is to run in is gone'
      : `the system says ${system}`;
  return new ServiceError(code, `'${command}' can't be started: ${reason}`, { cause: error });
}

/** Ends a program and all that it started. */
export function endGroup(child: ChildProcessWithoutNullStreams, signal: ProgramSignal): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }).on(
      'error',
      () => {},
    );
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // all of it has ended
  }
}

function collect(
  stream: NodeJS.ReadableStream,
  program: Program,
  to: {
    name: string;
    stop(error: ServiceError): void;
    each?: ((chunk: Buffer) => void) | undefined;
  },
): Buffer[] {
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > program.maxOutput) return to.stop(tooLong(program, to.name));
    if (to.each === undefined) chunks.push(chunk);
    else to.each(chunk);
  });
  return chunks;
}

function tooLong({ command, maxOutput }: Program, name: string): ServiceError {
  const limit = formatBytes(maxOutput);
  return new ServiceError(
    'too-large',
    `'${command}' was ended: its ${name} has more than ${limit}`,
  );
}

function timedOut({ command, timeout }: Program): ServiceError {
  return new ServiceError('timeout', `'${command}' was ended: it ran longer than ${timeout} ms`);
}

function isAborted({ signal }: Program): boolean {
  return signal?.aborted === true;
}

function aborted({ command }: Program): ServiceError {
  return new ServiceError('aborted', `'${command}' was aborted`);
}
