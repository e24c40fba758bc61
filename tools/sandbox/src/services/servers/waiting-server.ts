import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** A confined process that waits for the module that it is to run. */
interface Waiting {
  child: ChildProcessWithoutNullStreams;
  /** The folder of the extension as it was then. */
  folder: string;
}

/** How long a new one isn't started, while the one that was taken starts its module. Milliseconds. */
const pauseMs = 500;

/**
 * Keeps one process started ahead, behind its wall: what takes longest to start a server is done then before it is
 * asked for.
 */
export class WaitingServer {
  readonly #start: () => Promise<ChildProcessWithoutNullStreams>;
  readonly #folder: string;
  #waiting: Waiting | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param folder absolute path of the extension: the process sees the one that is there when it starts */
  constructor(folder: string, start: () => Promise<ChildProcessWithoutNullStreams>) {
    this.#folder = folder;
    this.#start = start;
    void this.#prepare();
  }

  async #prepare(): Promise<void> {
    try {
      const folder = await this.#identity();
      const child = await this.#start();
      for (const pipe of child.stdio) pipe?.on('error', () => undefined); // its end is told by `exit`
      child.on('error', () => (this.#waiting = null));
      child.once('exit', () => {
        if (this.#waiting?.child === child) this.#waiting = null;
      });
      if (this.#isClosed) child.kill('SIGKILL');
      else this.#waiting = { child, folder };
    } catch {
      this.#waiting = null; // whoever starts a server is told why none can be
    }
  }

  /** Gives the process, and starts another one some time later; null where none waits. */
  async take(): Promise<ChildProcessWithoutNullStreams | null> {
    const taken = this.#waiting;
    this.#waiting = null;
    if (!this.#isClosed) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#prepare(), pauseMs).unref();
    }
    if (taken === null) return null;
    if (taken.folder === (await this.#identity()) && taken.child.exitCode === null)
      return taken.child;
    taken.child.kill('SIGKILL');
    return null;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#waiting?.child.kill('SIGKILL');
    this.#waiting = null;
  }

  async #identity(): Promise<string> {
    const { dev, ino } = await stat(this.#folder, { bigint: true });
    return `${dev}:${ino}`;
  }
}
