import { Buffer } from '../buffer.ts';
import { nodeError } from '../node-error.ts';
import { ChildProcess, type StartOptions } from './child-process.ts';
import { type Program, toSignal } from './program.ts';

type Back = (error: Error | null, stdout: string | Buffer, stderr: string | Buffer) => void;

/** Bytes of each output that are kept where no limit was set. */
export const defaultBuffer = 1024 * 1024;

/** Starts a program; what is asked for beside (a signal, a time limit) ends it. */
export function startProgram(program: Program, start: StartOptions): ChildProcess {
  const { signal, timeout, killSignal } = start.options;
  const ending = toSignal(killSignal);
  const child = new ChildProcess();
  if (signal instanceof AbortSignal) {
    const abort = () => {
      if (!child.kill(ending)) return;
      const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted');
      child.emit('error', Object.assign(error, { name: 'AbortError', cause: signal.reason }));
    };
    if (signal.aborted) queueMicrotask(abort);
    signal.addEventListener('abort', abort, { once: true });
    child.once('close', () => signal.removeEventListener('abort', abort));
  }
  child.start(program, start);
  if (typeof timeout === 'number' && timeout > 0) {
    const timer = setTimeout(() => child.kill(ending), timeout);
    child.once('close', () => clearTimeout(timer));
  }
  return child;
}

/** Starts a program and calls back with all that it printed. */
export function collectProgram(
  program: Program,
  { callback, shown, ...start }: StartOptions & { callback: Back | undefined; shown: string },
): ChildProcess {
  const { maxBuffer = defaultBuffer, encoding = 'utf8', killSignal } = start.options;
  const child = startProgram(program, { ...start, options: { ...start.options, stdio: 'pipe' } });
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let failure: Error | null = null;
  for (const from of ['stdout', 'stderr'] as const) {
    let length = 0;
    child[from]?.on('data', (part: Buffer) => {
      const left = Math.max(0, Number(maxBuffer) - length);
      printed[from].push(part.subarray(0, left));
      length += part.length;
      if (part.length <= left || failure !== null) return;
      const message = `${from} maxBuffer length exceeded`;
      failure = nodeError(RangeError, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', message);
      child.kill(killSignal);
    });
  }
  let isTold = false;
  const end = (error: Error | null) => {
    if (isTold) return;
    isTold = true;
    const [stdout, stderr] = [read(printed.stdout, encoding), read(printed.stderr, encoding)];
    if (error !== null) Object.assign(error, { stdout, stderr, cmd: shown });
    callback?.(error, stdout, stderr);
  };
  child.on('error', (error: Error) => end(error));
  child.on('close', (code: number | null, signal: string | null) => {
    if (failure === null && code === 0 && signal === null) return end(null);
    const message = `Command failed: ${shown}\n${String(read(printed.stderr, 'utf8'))}`;
    const error = failure ?? Object.assign(new Error(message), { code });
    end(Object.assign(error, { killed: child.killed, signal }));
  });
  return child;
}

/** What was printed, as a text unless bytes were asked for. */
export function read(parts: readonly Uint8Array[], encoding: unknown): string | Buffer {
  const bytes = Buffer.concat(parts);
  return encoding === 'buffer' || encoding === null || !Buffer.isEncoding(String(encoding))
    ? bytes
    : bytes.toString(encoding as BufferEncoding);
}
