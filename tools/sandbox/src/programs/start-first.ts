import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { startEngine } from './start-engine.ts';
import type { EngineFiles } from './bundle-engine.ts';
import { sandboxLimits } from '../protocol/limits.ts';
import { chooseWall, type Wall } from '../confine/find-wall.ts';

/** The first engine of a program, and the wall that it is behind. */
export interface FirstEngine extends Disposable {
  wall: Wall;
  /** Gives the process, once: later engines are started anew. Null where there is none. */
  take(): ChildProcess | null;
  /** Ends the process where nobody took it. */
  [Symbol.dispose](): void;
}

/**
 * Finds the best wall that works here by starting an engine behind it: what `findWall` tries with a process that
 * does nothing is tried with the one that is needed anyway.
 */
export async function startFirstEngine(files: EngineFiles): Promise<FirstEngine> {
  const started: { child: ChildProcessWithoutNullStreams | null } = { child: null };
  const wall = await chooseWall(async (tried) => {
    const child = startEngine(files, { wall: tried, limits: sandboxLimits });
    const failure = await untilStarted(child);
    if (failure === undefined) started.child = child;
    return failure;
  });
  const take = () => {
    const { child } = started;
    started.child = null;
    return child;
  };
  return { wall, take, [Symbol.dispose]: () => void take()?.kill('SIGKILL') };
}

/** Waits for what an engine says first. @returns what it printed where it ends before */
async function untilStarted(child: ChildProcessWithoutNullStreams): Promise<string | undefined> {
  let printed = '';
  child.stdin.on('error', () => undefined); // its end is told by `close`
  child.stderr.on('data', (piece: Buffer) => (printed += piece.toString('utf8')));
  const [ended] = await Promise.race([once(child, 'close').then(() => [true]), firstOf(child)]);
  child.stderr.removeAllListeners('data').pause();
  return ended === true ? printed.trim() || 'it printed nothing' : undefined;
}

function firstOf({ stdout }: ChildProcessWithoutNullStreams): Promise<[false]> {
  return new Promise((resolve) => {
    stdout.once('data', () => {
      stdout.pause(); // for whoever takes the process
      resolve([false]);
    });
  });
}
