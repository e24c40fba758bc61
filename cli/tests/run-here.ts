import {
  cliIn,
  type ProcessResult,
  type RunCli,
  type RunOptions,
  recordStream,
  runProcess,
} from '@orchestra/testkit';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../src/main.ts';

const bundle = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));

/**
 * Makes a runner of `orchestra ext …` in this process, which costs a tenth of starting the bundle. It is given
 * what a process has: arguments, folder, environment, streams. A run that is to be killed is a process, and so
 * is what a command starts in the background.
 *
 * @param home `ORCHESTRA_HOME`
 */
export function cliHere(home: string, registry: { url: string }): RunCli {
  const asProcess = cliIn(home, registry);
  return (args, options = {}) => {
    const isKilled = options.killAfterMs !== undefined || options.signal !== undefined;
    if (isKilled) return asProcess(args, options);
    const env = { ORCHESTRA_HOME: home, ORCHESTRA_REGISTRY: registry.url, ...options.env };
    return runHere(args, { ...options, env });
  };
}

async function runHere(
  args: readonly string[],
  { cwd = process.cwd(), env = {}, input = '' }: RunOptions,
): Promise<ProcessResult> {
  const stdout = recordStream();
  const stderr = recordStream();
  const exitCode = await main(['ext', ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    userHome: env['HOME'] ?? cwd,
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    fetch: (...request) => fetch(...request),
    now: () => new Date(),
    takeStop: async () => new AbortController().signal, // a run that is to be stopped is a process
    async startAgain(again, more) {
      void runProcess([process.execPath, bundle, ...again], { cwd, env: { ...env, ...more } });
    },
  });
  return { exitCode, signal: null, stdout: stdout.text(), stderr: stderr.text() };
}
