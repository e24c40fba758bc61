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
  };
}
