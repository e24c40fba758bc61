import type { BuildSession } from './build-session.ts';
import type { BuiltCode } from './source-places.ts';

/** What launches need of their sandbox. */
export interface LaunchesOptions {
  /** Starts a build beside those that run. @throws BuildError where it can't be run */
  start(code: BuiltCode): Promise<BuildSession>;
  dispose(session: BuildSession): Promise<void>;
}

/**
 * Runs of commands, each in an isolate of its own: modules are loaded anew for each run, and whatever a command leaves
 * behind (timers, listeners) ends with it. One that has ended and still shows something which can be acted on, such
 * as a toast, stays until the next launch.
 */
export class Launches {
  readonly #options: LaunchesOptions;
  readonly #running = new Set<BuildSession>();
  readonly #left = new Set<BuildSession>();

  constructor(options: LaunchesOptions) {
    this.#options = options;
  }

  /** Builds whose command runs, or which still show something. */
  get sessions(): BuildSession[] {
    return [...this.#running, ...this.#left];
  }

  /**
   * Starts a build, and a command of it.
   *
   * @returns once it has started; what came of the command is in `ended`
   * @throws BuildError where the build can't be run
   */
  async launch(code: BuiltCode, run: { id: string; args: unknown[] }): Promise<Launched> {
    const session = await this.#options.start(code);
    const left = [...this.#left];
    this.#left.clear();
    this.#running.add(session);
    await Promise.all(left.map((one) => this.#options.dispose(one)));
    const ended = session.run(run.id, run.args).finally(() => this.#leave(session));
    ended.catch(() => undefined); // told to whoever waits for it
    return { ended };
  }

  async #leave(session: BuildSession): Promise<void> {
    if (!this.#running.delete(session)) return;
    if (session.isShowing) this.#left.add(session);
    else await this.#options.dispose(session);
  }

  /** Ends all. */
  async end(): Promise<void> {
    const { sessions } = this;
    this.#running.clear();
    this.#left.clear();
    await Promise.all(sessions.map((session) => this.#options.dispose(session)));
  }

  /** Forgets a build that has ended by itself. */
  forget(session: BuildSession): void {
    this.#running.delete(session);
    this.#left.delete(session);
  }
}

/** A command that was started. */
export interface Launched {
  /** What it gives; throws what it throws, with places of the sources, or why its build was ended. */
  ended: Promise<unknown>;
}
