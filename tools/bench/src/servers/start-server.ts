import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server in a separate process. */
export interface StartedServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  origin: string;
}

/** Starts one of the programs in this folder, and waits until it prints its address. */
export async function startServer(
  program: 'serve-api' | 'serve-bare',
  args: readonly string[],
): Promise<StartedServer> {
  const file = fileURLToPath(new URL(`./${program}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const printed = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([printed, ended.then(() => null)]);
  if (first === null) throw new Error(`${program} ended before it listened`);
  return {
    origin: String(first[0]),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
