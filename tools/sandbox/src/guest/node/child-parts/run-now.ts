import { guest } from 'orchestra:api';
import { Buffer } from '../buffer.ts';
import { toBytes } from '../fs-parts/paths.ts';
import { nodeError } from '../node-error.ts';
import { stderr as errorOutput } from '../process.ts';
import { type Program, toSignal, toSpawnError } from './program.ts';
import { defaultBuffer, read } from './run.ts';

interface Ended {
  pid: number;
  exitCode: number | null;
  signal: string | null;
  endedBy: 'timeout' | 'output' | null;
  stdout: Uint8Array;
  stderr: Uint8Array;
}

/** What `spawnSync` gives. */
export interface SpawnResult {
  pid: number;
  status: number | null;
  signal: string | null;
  output: [null, string | Buffer | null, string | Buffer | null];
  stdout: string | Buffer | null;
  stderr: string | Buffer | null;
  error?: Error;
}

type Caller = (...args: never[]) => unknown;

/** Runs a program to its end while the extension waits. What the gate refuses is thrown. */
export function runNow(
  program: Program,
  { api, caller, options }: { api: string; caller: Caller; options: Record<string, unknown> },
): SpawnResult {
  const { input, timeout = 0, killSignal, maxBuffer = defaultBuffer, encoding } = options;
  const how = {
    input: input === undefined || input === null ? new Uint8Array() : toBytes(input),
    timeout: Math.trunc(Number(timeout)) || 0,
    killSignal: toSignal(killSignal),
    maxBuffer: Number.isFinite(maxBuffer) ? Number(maxBuffer) : Number.MAX_SAFE_INTEGER,
  };
  try {
    const args = [program.file, program.args, program.options, how];
    const ended = guest.link.callNow(api, args, { caller }) as Ended;
    return toResult(ended, { program, encoding });
  } catch (thrown) {
    const error = toSpawnError(thrown, program, 'spawnSync');
    if (error === thrown) throw error;
    const nothing = { status: null, signal: null, stdout: null, stderr: null };
    return { pid: 0, ...nothing, output: [null, null, null], error };
  }
}

function toResult(
  { pid, exitCode, signal, endedBy, ...printed }: Ended,
  { program, encoding }: { program: Program; encoding: unknown },
): SpawnResult {
  const shown = encoding ?? 'buffer';
  const [stdout, stderr] = [read([printed.stdout], shown), read([printed.stderr], shown)];
  const code = endedBy === 'timeout' ? 'ETIMEDOUT' : 'ENOBUFS';
  const syscall = `spawnSync ${program.file}`;
  return {
    pid,
    status: exitCode,
    signal,
    output: [null, stdout, stderr],
    stdout,
    stderr,
    ...(endedBy !== null && {
      error: Object.assign(nodeError(Error, code, `${syscall} ${code}`), { syscall }),
    }),
  };
}

/** Gives what a program printed, or throws what went wrong, as `execFileSync` does. */
export function requireSuccess(
  result: SpawnResult,
  { shown, options }: { shown: string; options: Record<string, unknown> },
): string | Buffer | null {
  const { error, status, stderr } = result;
  const text = stderr === null ? '' : Buffer.from(stderr as string).toString();
  const isQuiet = options['stdio'] !== undefined && options['stdio'] !== 'inherit';
  if (!isQuiet && text !== '') errorOutput.write(text);
  if (error !== undefined) throw Object.assign(error, result);
  if (status === 0) return result.stdout;
  const message = `Command failed: ${shown}${text === '' ? '' : `\n${text}`}`;
  throw Object.assign(new Error(message), result);
}
