import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { BuildError } from '../src/host/build-error.ts';
import type { CallRecord } from '../src/host/call-record.ts';
import type { LogLine } from '../src/host/console-log.ts';
import { mainWith, openSandbox, type RunningExtension, type RunOptions } from './run-extension.ts';

/** What came of code that was run. */
export interface Outcome {
  /** What the command gave, where it gave something. */
  value?: unknown;
  /** What it threw, or why it couldn't be loaded. */
  error?: Error & { code?: string; reason?: string };
  logs: LogLine[];
  calls: CallRecord[];
  /** Why the build was stopped while it ran. */
  stops: BuildError[];
  /** What services were asked. */
  asked: string[];
}

/** A sandbox for all tests of a file. */
export interface HostileSandbox {
  /** Loads an extension with this body of `activate`, and runs its command `it`. */
  attack(body: string): Promise<Outcome>;
  running: Pick<RunningExtension, 'load'> & {
    readonly events: RunningExtension['events'];
    readonly sandbox: RunningExtension['sandbox'];
  };
}

/**
 * One sandbox in which the tests of a file run hostile code, one after the other. After each of them an honest
 * extension has to run in it.
 */
export function shareSandbox(options: RunOptions = {}): HostileSandbox {
  const shared: { running?: RunningExtension } = {};
  const open = () => {
    if (shared.running === undefined) throw new Error('The sandbox is opened before all tests.');
    return shared.running;
  };
  beforeAll(async () => {
    const limits = { restarts: 1_000, ...options.limits };
    shared.running = await openSandbox({ ...options, limits });
  });
  afterAll(() => shared.running?.sandbox.close());
  afterEach(() => requireHonestRun(open()));
  return {
    attack: async (body) => {
      const { sandbox, load, logs, calls, stops, asked } = open();
      for (const list of [logs, calls, stops, asked]) list.length = 0;
      const outcome: Pick<Outcome, 'value' | 'error'> = {};
      try {
        await load({ 'src/main.ts': mainWith(body) });
        outcome.value = await sandbox.runCommand('it');
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        outcome.error = error;
      }
      return { ...outcome, logs, calls, asked, stops: stops.map(({ error }) => error) };
    },
    running: {
      load: (sources) => open().load(sources),
      get events() {
        return open().events;
      },
      get sandbox() {
        return open().sandbox;
      },
    },
  };
}

async function requireHonestRun({ load, sandbox, stops }: RunningExtension): Promise<void> {
  stops.length = 0;
  await load({ 'src/main.ts': mainWith(`command(async () => (await fs.exists('a'), 'honest'));`) });
  expect(await sandbox.runCommand('it')).toBe('honest');
  expect(stops).toEqual([]);
}
