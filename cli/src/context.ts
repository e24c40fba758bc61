import type { Readable, Writable } from 'node:stream';

/** A stream of the terminal or of a pipe. */
export type Terminal<S> = S & { isTTY?: boolean; columns?: number };

/** Everything of the outside world that a command may touch; made in `bin.ts` alone. */
export interface Context {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Folder of the person who runs it. */
  userHome: string;
  stdin: Terminal<Readable>;
  stdout: Terminal<Writable>;
  stderr: Terminal<Writable>;
  fetch: typeof fetch;
  now: () => Date;
  /**
   * Starts this program once more, in the background: it goes on when this one ends, and whether it
   * starts or not is nobody's concern.
   *
   * @param env what differs from the environment of this one
   */
  startAgain(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<void>;
}

/** The context of a real process. */
export function makeContext(real: NodeJS.Process): Context {
  return {
    cwd: real.cwd(),
    env: real.env,
    userHome: real.env['HOME'] ?? real.env['USERPROFILE'] ?? real.cwd(),
    // opened by those who use them: each costs a millisecond
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
