import { startProcess } from '@orchestra/testkit';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../local/src/bin.ts', import.meta.url));

/** A running `npm start`, until it is disposed. */
export interface RunningRegistry extends AsyncDisposable {
  /** Base URL, with a free port. */
  url: string;
}

/** Runs `npm start` with an empty data folder, and waits until it is ready. @throws Error with its output */
export async function runRegistry(data: string): Promise<RunningRegistry> {
  const child = startProcess([process.execPath, program, '--data', data, '--port', '0']);
  const ended = once(child, 'close');
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    printed += String(chunk);
    const url = /Registry ready at (\S+)/.exec(printed)?.[1];
    if (url !== undefined) return { url, [Symbol.asyncDispose]: end };
  }
  await ended;
  throw new Error(printed);
}
