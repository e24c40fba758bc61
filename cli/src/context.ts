import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal or a pipe. */
export type Terminal<S> = S & { isTTY?: boolean; columns?: number };

/** Everything of the outside world that commands use. Only `bin.ts` makes it from the real process. */
export interface Context {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Home folder of the user. */
  userHome: string;
  stdin: Terminal<Readable>;
  stdout: Terminal<Writable>;
  stderr: Terminal<Writable>;
  fetch: typeof fetch;
  now: () => Date;
  /** From now on the first Ctrl-C or SIGTERM aborts this signal, and ends nothing else; a second one does. */
  takeStop(): Promise<AbortSignal>;
  /**
   * Starts this program again in the background. It outlives this process, and its failure is ignored.
   *
   * @param env variables that differ from this process's environment
   */
  startAgain(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<void>;
}

/** The context of a real process. */
export function makeContext(real: NodeJS.Process): Context {
  return {
    cwd: real.cwd(),
    env: real.env,
    userHome: real.env['HOME'] ?? real.env['USERPROFILE'] ?? real.cwd(),
    // opened on first use, because each stream costs a millisecond
    get stdin() {
      return real.stdin;
    },
    get stdout() {
      return real.stdout;
    },
    get stderr() {
      return real.stderr;
    },
    fetch: (...request) => fetch(...request),
    now: () => new Date(),
    // imported where it is needed, since every command makes a context
    takeStop: async () => (await import('@orchestra/terminal')).stopSignal(real),
    async startAgain(argv, env) {
      const { spawn } = await import('node:child_process');
      const script = real.argv[1] ?? '';
      const child = spawn(real.execPath, [script, ...argv], {
        detached: true,
        stdio: 'ignore',
        windowsHide: true,
        env: { ...real.env, ...env },
      });
      child.on('error', () => {}).unref();
    },
  };
}
