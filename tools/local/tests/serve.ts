import { keptEnvironment } from '@orchestra/testkit';
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));

/** `npm start` as a process. */
export interface ServerProcess extends AsyncDisposable {
  /** Base URL. */
  url: string;
  /** File with the publisher's token. */
  tokenFile: string;
  /** Everything it printed. */
  output(): string;
  /** Sends a signal and waits for the end. @returns the exit code; null where the signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** How a server that could not start ended. */
export interface FailedStart {
  exitCode: number | null;
  output: string;
}

/** Starts a server on a free port, and doesn't wait. */
export function startServer(
  data: string,
  args: readonly string[],
): ChildProcessByStdio<null, Readable, Readable> {
  const command = [bin, '--data', data, '--port', '0', ...args];
  return spawn(process.execPath, command, {
    // as in CI, and with nothing else of what the test runner was given
    env: { ...keptEnvironment, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts a server on a free port and waits until it is ready. @throws FailedStart */
export async function serve(
  data: string,
  options: { args?: readonly string[] } = {},
): Promise<ServerProcess> {
  const child = startServer(data, options.args ?? []);
  let printed = '';
  const ended = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C stops the registry')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const first = await Promise.race([ready.then(() => 'ready'), ended.then(() => 'ended')]);
  if (first === 'ended') {
    const failed: FailedStart = { exitCode: child.exitCode, output: printed };
    throw failed;
  }
  return {
    url: /Registry ready at (\S+)/.exec(printed)?.[1] ?? '',
    tokenFile: /Publisher token: (\S+)/.exec(printed)?.[1] ?? '',
    output: () => printed,
    end: (signal) => endWith(child, { signal, ended }),
    [Symbol.asyncDispose]: async () => void (await endWith(child, { signal: 'SIGTERM', ended })),
  };
}

/**
 * Starts a server again at the port that it had, as one with a port of its own does, so that its site stays: it
 * names its address on each page. Where another program has that port by now, at any other.
 */
export function serveAgain(
  data: string,
  { url, args = [] }: { url: string; args?: readonly string[] },
): Promise<ServerProcess> {
  return serve(data, { args: [...args, '--port', new URL(url).port] }).catch((failed: unknown) => {
    if (!isPortTaken(failed)) throw failed;
    return serve(data, { args });
  });
}

function isPortTaken(failed: unknown): boolean {
  const { output } = failed as Partial<FailedStart>;
  return output !== undefined && /Port \d+ is taken/.test(output);
}

async function endWith(
  child: ChildProcess,
  by: { signal: NodeJS.Signals; ended: Promise<unknown> },
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(by.signal);
  await by.ended;
  return child.exitCode;
}
