import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../host/sandbox.ts';
import type { BuiltCode } from '../../host/source-places.ts';
import type { SeenRaycast } from './seen-raycast.ts';

/** For how long nothing may happen before a command is at rest: longer than a picture of a view takes. Milliseconds. */
const quietMs = 50;
/** How long is waited for a view that is loading, or a call that is open. Milliseconds. */
const mostMs = 2_000;
const stepMs = 10;

/** Commands of an extension for Raycast that a test starts, each in an isolate of its own. */
export class LaunchedCommands {
  readonly seen: SeenRaycast;
  readonly #sandbox: () => Sandbox | null;
  readonly #code: BuiltCode;
  /** What commands threw that no operation of the test has told of. */
  readonly #thrown: unknown[] = [];
  /** Stacks of all that they threw, by message, with places of the sources. */
  readonly stacks = new Map<string, string>();

  constructor(of: { seen: SeenRaycast; sandbox: () => Sandbox | null; code: BuiltCode }) {
    this.seen = of.seen;
    this.#sandbox = of.sandbox;
    this.#code = of.code;
  }

  /**
   * Starts a command, and waits until it has ended or come to rest.
   *
   * @param args arguments in order, or what it is launched with
   * @throws what the command throws until then
   */
  async launch(command: string, args: unknown[]): Promise<void> {
    const sandbox = this.#sandbox();
    if (sandbox === null) throw new Error('It does not run yet.');
    const { ended } = await sandbox.launch(command, args, this.#code);
    ended.catch((error: unknown) => {
      this.#thrown.push(error);
      if (error instanceof Error) this.stacks.set(error.message, error.stack ?? '');
    });
    await this.rest();
  }

  /** Does something with what is shown, and waits until all has come to rest. @throws what commands threw */
  async act(run: () => void): Promise<void> {
    await this.rest(); // of what happened by itself
    run();
    await this.rest();
  }

  /**
   * Waits until nothing happens any longer: no call is open, no view is loading, and the isolates have done all that
   * they could do at once. What takes longer than two seconds is not waited for.
   *
   * @throws what a command threw
   */
  async rest(): Promise<void> {
    const end = performance.now() + mostMs;
    let quietSince = performance.now();
    let before = this.#activity();
    for (;;) {
      await Promise.all(this.#sessions.map((session) => session.idle()));
      const now = performance.now();
      const activity = this.#activity();
      if (activity !== before || (this.#isBusy && now < end)) quietSince = now;
      else if (now - quietSince >= quietMs) break;
      if (now >= end + mostMs) break; // what changes all the time
      before = activity;
      await sleep(stepMs);
    }
    this.tellThrown();
  }

  /** @throws what a command threw, and nobody was told of */
  tellThrown(): void {
    if (this.#thrown.length > 0) throw this.#thrown.shift();
  }

  get #sessions() {
    return this.#sandbox()?.launched ?? [];
  }

  get #isBusy(): boolean {
    const isLoading = this.seen.view?.view.isLoading === true;
    return isLoading || this.#sessions.some(({ openCalls }) => openCalls > 0);
  }

  #activity(): string {
    return this.#sessions.map(({ build, messages }) => `${build}:${messages}`).join();
  }
}
