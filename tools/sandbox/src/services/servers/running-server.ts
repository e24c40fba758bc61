import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex, Writable } from 'node:stream';
import { channelDescriptor } from '../../confine/confined-program.ts';
import { ServiceError } from '../service-error.ts';
import type { RunningModule } from '../services.ts';
import { readProgramOutput } from '../system/running-program.ts';

/**
 * Makes a server of a confined process, which the signal ends.
 *
 * @throws ServiceError `failed` where it can't be started
 */
export async function followServer(
  child: ChildProcessWithoutNullStreams,
  { signal, hasChannel }: { signal: AbortSignal; hasChannel: boolean },
): Promise<RunningModule> {
  const channel = hasChannel ? channelOf(child) : null;
  for (const pipe of [child.stdin, child.stdout, child.stderr, channel]) {
    pipe?.on('error', () => undefined); // its end is told by `close`
  }
  const stop = () => {
    child.kill('SIGKILL'); // what makes the wall passes nothing else on
    for (const pipe of [child.stdin, child.stdout, child.stderr, channel]) pipe?.destroy();
  };
  child.once('close', () => signal.removeEventListener('abort', stop));
  signal.addEventListener('abort', stop, { once: true });
  const output = readProgramOutput(child);
  if (child.pid === undefined) {
    const [error] = await once(child, 'error').catch((thrown: unknown) => [thrown]);
    throw new ServiceError('failed', 'The server can’t be started', { cause: error });
  }
  if (signal.aborted) stop();
  return {
    pid: child.pid ?? 0,
    output,
    said: readChannel(channel),
    write: (bytes) => writeTo(child.stdin, bytes),
    end: () => void child.stdin.end(),
    send: (bytes) => (channel === null ? Promise.resolve() : writeTo(channel, bytes)),
    disconnect: () => void channel?.end(),
    kill: () => child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'),
  };
}

function channelOf({ stdio }: { stdio: readonly unknown[] }): Duplex {
  return stdio[channelDescriptor] as Duplex; // it was asked for: Node makes a socket there
}

/** Ends once it may be given more; bytes for one that has ended are lost. */
async function writeTo(pipe: Writable, bytes: Uint8Array): Promise<void> {
  if (!pipe.writable || pipe.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      pipe.off('drain', done).off('close', done);
      resolve();
    };
    pipe.on('drain', done).on('close', done);
  });
}

async function* readChannel(channel: Duplex | null): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of channel ?? []) yield new Uint8Array(bytes as Buffer);
  } catch {
    // it ended while something was on its way
  }
}
