import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { ProgramOutput, RunningProgram } from '../services.ts';
import { endGroup, graceMs, type Program, startProgram } from './run-process-group.ts';

/** Parts of output that wait to be read; a program that prints more waits. */
const unreadParts = 16;

/**
 * Starts a program as the head of a process group, which the signal ends.
 *
 * @throws ServiceError `not-found`, `no-access`, `failed`
 */
export async function startRunningProgram(
  program: Pick<Program, 'command' | 'args' | 'cwd' | 'env'>,
  signal: AbortSignal,
): Promise<RunningProgram> {
  const child = await startProgram(program);
  child.stdin.on('error', () => {}); // it ended, or reads nothing
  let hasEnded = false;
  const stop = () => {
    endGroup(child, 'SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), graceMs).unref();
  };
  child.once('exit', () => (hasEnded = true));
  child.once('close', () => signal.removeEventListener('abort', stop));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return {
    pid: child.pid ?? 0,
    output: readProgramOutput(child),
    write: async (bytes) => {
      if (child.stdin.writable && !child.stdin.write(bytes)) {
        const ending = new AbortController();
        child.stdin.once('close', () => ending.abort());
        await once(child.stdin, 'drain', { signal: ending.signal }).catch(() => undefined);
      }
    },
    end: () => void child.stdin.end(),
    kill: (name) => {
      if (hasEnded) return false;
      endGroup(child, name);
      return true;
    },
  };
}

/** What a program prints, and at last how it ended. One that prints more than is read waits. */
export function readProgramOutput(
  child: ChildProcessWithoutNullStreams,
): AsyncIterable<ProgramOutput> {
  const pipes = { stdout: child.stdout, stderr: child.stderr };
  const output = new Readable({
    objectMode: true,
    highWaterMark: unreadParts,
    read: () => Object.values(pipes).forEach((pipe) => pipe.resume()),
  });
  for (const from of ['stdout', 'stderr'] as const) {
    const pipe = pipes[from];
    pipe.on('data', (bytes: Buffer) => {
      if (!output.push({ from, bytes: new Uint8Array(bytes) })) pipe.pause();
    });
  }
  child.once('close', (exitCode, signal) => {
    output.push({ from: 'end', exitCode, signal } satisfies ProgramOutput);
    output.push(null);
  });
  return output;
}
