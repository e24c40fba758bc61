import type ivm from 'isolated-vm';
import { apiModuleName } from '../bundle/api-module.ts';
import type { LoadMessage } from '../protocol/messages.ts';
import { encodeError, type WireError } from '../protocol/wire-value.ts';
import type { EngineSetup } from './engine-setup.ts';
import type { GuestScript } from './guest-script.ts';
import { makeNatives } from './natives.ts';
import { readAnswered } from './read-host-line.ts';

/** Why a build can't be run any longer. */
export interface RunFailure {
  reason: 'syntax' | 'threw' | 'slow' | 'memory' | 'flood';
  error: WireError;
}

export interface RunOptions {
  ivm: typeof ivm;
  guest: GuestScript;
  limits: EngineSetup['limits'];
  /** Takes lines for the host. */
  send(lines: string): void;
  onFailed(build: number, failure: RunFailure): void;
  /** V8 has lost control of the isolate: its process must end. */
  onLost(message: string): void;
}

/**
 * One build of an extension in an isolate of its own. What an isolate needs before any extension is begun at once,
 * so that one that was made ahead of its build has it already.
 */
export class IsolateRun {
  readonly #options: RunOptions;
  readonly #isolate: ivm.Isolate;
  readonly #context: Promise<ivm.Context>;
  readonly #natives: ReturnType<typeof makeNatives>;
  #receive: ivm.Reference<(line: string) => void> | null = null;
  #fire: ivm.Reference<(id: number) => void> | null = null;
  #finishWork: ivm.Reference<(id: number, outcome: unknown) => void> | null = null;
  /** Throws what a module of the extension threw. */
  #requireSound: () => Promise<unknown> = isSound;
  #isEnded = false;
  /** How often it may run on another thread now. */
  #running = 0;
  /** How much of that ends without waiting for anything. */
  #applying = 0;
  /** Results that came meanwhile, in their order. */
  #results: string[] = [];
  #build = 0;
  /** Whether the API of its kind has calls that wait for the host. */
  #mayWait = false;
  /** The call that the isolate waits for, as nothing else of it runs. */
  #awaited: { call: number; resolve(line: string): void } | null = null;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#isolate = new options.ivm.Isolate({
      memoryLimit: options.limits.isolateBytes / 2 ** 20,
      onCatastrophicError: options.onLost,
    });
    this.#natives = makeNatives({
      send: options.send,
      fire: (id) => void this.#apply(() => this.#fire?.apply(undefined, [id], this.#slice)),
      finishWork: (id, outcome) => {
        const args = [id, new options.ivm.ExternalCopy(outcome).copyInto()] as const;
        void this.#apply(() => this.#finishWork?.apply(undefined, [...args], this.#slice));
      },
    });
    this.#context = this.#makeContext();
    this.#context.catch(() => undefined); // told by `load`
  }

  async #makeContext(): Promise<ivm.Context> {
    const context = await this.#isolate.createContext();
    const { guest, limits } = this.#options;
    await guest.run(context, { isolate: this.#isolate, timeout: limits.sliceMs });
    return context;
  }

  /** Runs the code of a build. What goes wrong is told by `onFailed`. */
  async load(message: LoadMessage): Promise<void> {
    this.#build = message.build;
    this.#mayWait = message.kind !== 'native';
    const loaded = await this.#attempt(async () => {
      const context = await this.#context;
      await this.#startGuest(context, message);
      const [start, api] = await Promise.all([
        this.#evaluate(context, takeGlobal('__start', 'export { value as start };')),
        this.#evaluate(
          context,
          takeGlobal('__api', 'export default value.orchestra; export const guest = value.guest;'),
        ),
      ]);
      const extension = await this.#compile(message);
      await extension.instantiate(context, (name) => {
        if (name === apiModuleName) return api;
        throw new SyntaxError('It imports what is not in the bundle.');
      });
      // waits for awaits at the top of the extension's modules
      const last = await this.#isolate.compileModule(
        `import { start } from 'start'; import * as extension from 'extension'; start(extension);`,
      );
      await last.instantiate(context, (name) => (name === 'start' ? start : extension));
      this.#requireSound = () => this.#evaluate(context, `import 'extension';`, extension);
      return { extension, last };
    });
    await this.#run(() => loaded?.extension.evaluate(this.#slice));
    await this.#run(() => loaded?.last.evaluate(this.#slice));
  }

  async #evaluate(context: ivm.Context, code: string, imported?: ivm.Module): Promise<ivm.Module> {
    const module = await this.#isolate.compileModule(code);
    await module.instantiate(context, () => imported ?? module);
    await module.evaluate(this.#slice);
    return module;
  }

  async #compile({ name, code }: LoadMessage): Promise<ivm.Module> {
    try {
      return await this.#isolate.compileModule(code, { filename: name });
    } catch (error) {
      this.#fail({ reason: 'syntax', error: encodeError(error) });
      throw error;
    }
  }

  /** Keeps what the guest's script gives; the extension can't reach any of it. */
  async #startGuest(context: ivm.Context, message: LoadMessage): Promise<void> {
    const { ivm, limits } = this.#options;
    const { build, mode, paths, state } = message;
    const { natives } = this.#natives;
    const names = Object.keys(natives);
    const options = new ivm.ExternalCopy({
      build,
      mode,
      paths,
      state,
      limits: { openCalls: limits.openCalls, messageBytes: limits.messageBytes },
    });
    const guestReference: ivm.Reference = await context.evalClosure(
      `'use strict';
       const start = globalThis.__startGuest;
       delete globalThis.__startGuest;
       const natives = Object.fromEntries($0.map((name, index) => [name, arguments[index + 4]]));
       // a Reference leads out of the isolate: nothing but this function has it
       const wait = $2.applySyncPromise.bind($2);
       natives.waitFor = (call, lines) => wait(undefined, [call, lines]);
       const work = $3.applySyncPromise.bind($3);
       const byCopy = { arguments: { copy: true } };
       natives.workNow = (...args) => work(undefined, args, byCopy);
       const guest = start({ ...$1, natives });
       Object.defineProperty(globalThis, '__start', { value: guest.start, configurable: true });
       Object.defineProperty(globalThis, '__api', { value: guest.api, configurable: true });
       return guest;`,
      [
        new ivm.ExternalCopy(names).copyInto(),
        options.copyInto(),
        new ivm.Reference((call: unknown, lines: unknown) => this.#waitFor(call, lines)),
        new ivm.Reference((...work: unknown[]) => this.#work(work)),
        ...Object.values(natives).map((native) => new ivm.Callback(native, { sync: true })),
      ],
      { result: { reference: true }, timeout: limits.sliceMs },
    );
    const part = (name: string) => guestReference.get(name, { reference: true });
    this.#receive = await part('receive');
    this.#fire = await part('fire');
    this.#finishWork = await part('finishWork');
  }

  get #slice() {
    return { timeout: this.#options.limits.sliceMs };
  }

  /** Hands a message of the host to the extension. */
  receive(type: string, line: string): void {
    if (type === 'activate') this.#requireSound = isSound; // its modules have run
    const awaited = this.#awaited;
    if (type === 'result' && awaited !== null && readAnswered(line) === awaited.call) {
      this.#awaited = null;
      awaited.resolve(line);
      return;
    }
    // what runs on this thread can't wait for what this thread brings
    if (type !== 'result' || this.#mayWait || this.#running > this.#applying) {
      void this.#apply(() => this.#receive?.apply(undefined, [line], this.#slice));
    } else if (this.#applying === 0) this.#receiveHere(line);
    else this.#results.push(line);
  }

  /**
   * Runs on another thread what ends without waiting for anything. Results that come before its end is known are
   * left until then: a call whose result is handed over on this thread makes the next call on it, too.
   */
  async #apply(run: () => Promise<unknown> | undefined): Promise<void> {
    for (const line of this.#results.splice(0)) {
      void this.#apply(() => this.#receive?.apply(undefined, [line], this.#slice));
    }
    this.#applying += 1;
    await this.#run(run);
    this.#applying -= 1;
    if (this.#running === 0) for (const line of this.#results.splice(0)) this.#receiveHere(line);
  }

  /** Sends lines, the last of which is a call, and gives the line that answers it. The isolate's thread waits. */
  async #waitFor(call: unknown, lines: unknown): Promise<string> {
    if (!this.#mayWait || typeof call !== 'number' || typeof lines !== 'string') {
      throw new TypeError('Nothing can be waited for.');
    }
    const answered = Promise.withResolvers<string>();
    this.#awaited = { call, resolve: answered.resolve };
    this.#natives.natives.send(lines);
    return answered.promise;
  }

  /** Computes what takes long. The isolate's thread waits. */
  async #work([name, options, parts]: unknown[]): Promise<unknown> {
    if (!this.#mayWait) throw new TypeError('Nothing can be waited for.');
    const outcome = await this.#natives.worker.run(name, options, parts);
    return new this.#options.ivm.ExternalCopy(outcome).copyInto();
  }

  /**
   * Hands over a message on this thread, which saves two changes of threads a call. It must not be waited for while
   * the isolate runs on another: that one may wait for this.
   */
  #receiveHere(line: string): void {
    if (this.#isEnded) return;
    const start = performance.now();
    try {
      this.#receive?.applySync(undefined, [line], this.#slice);
    } catch (thrown) {
      void this.#judge(thrown, start);
    }
  }

  /**
   * Runs what was loaded. V8 tells alike that a module threw, and that a promise was rejected which nobody waits
   * for: after the latter, it goes on.
   */
  async #run(run: () => Promise<unknown> | undefined): Promise<void> {
    if (this.#isEnded) return;
    const start = performance.now();
    this.#running += 1;
    try {
      await run();
    } catch (thrown) {
      await this.#judge(thrown, start);
    } finally {
      this.#running -= 1;
    }
  }

  async #judge(thrown: unknown, start: number): Promise<void> {
    const failure = this.#explain(thrown, performance.now() - start);
    if (failure.reason !== 'threw') this.#fail(failure);
    else if ((await this.#attempt(() => this.#requireSound())) !== undefined)
      this.#tell(failure.error);
  }

  #tell({ name, message, stack = '' }: WireError): void {
    if (this.#isEnded) return;
    const text = `${name}: ${message} (in a promise that nobody waits for)`;
    const line = { type: 'log', build: this.#build, level: 'error', text, at: stack };
    this.#options.send(JSON.stringify(line));
  }

  async #attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (this.#isEnded) return undefined;
    const start = performance.now();
    this.#running += 1;
    try {
      return await run();
    } catch (thrown) {
      this.#fail(this.#explain(thrown, performance.now() - start));
      return undefined;
    } finally {
      this.#running -= 1;
    }
  }

  /** @param ranMs how long it ran, since an extension may throw the same errors as V8 */
  #explain(thrown: unknown, ranMs: number): RunFailure {
    const error = encodeError(thrown);
    const { isolateBytes, sliceMs } = this.#options.limits;
    if (this.#isolate.isDisposed) {
      const message = `It used more than ${isolateBytes / 2 ** 20} MB of memory.`;
      return { reason: 'memory', error: { ...error, message } };
    }
    if (error.message === 'Script execution timed out.' && ranMs >= sliceMs) {
      const message = `It ran longer than ${sliceMs} ms without giving way.`;
      return { reason: 'slow', error: { ...error, message } };
    }
    return { reason: 'threw', error };
  }

  #fail(failure: RunFailure): void {
    if (this.#isEnded) return;
    this.end();
    this.#options.onFailed(this.#build, failure);
  }

  /** Ends it, whatever it does. */
  end(): void {
    this.#isEnded = true;
    this.#natives.stop();
    if (!this.#isolate.isDisposed) this.#isolate.dispose();
  }
}

/** A module that takes what a global holds, before the extension runs, and exports it. */
function takeGlobal(name: string, exported: string): string {
  return `const value = globalThis.${name}; delete globalThis.${name}; ${exported}`;
}

const isSound = () => Promise.resolve(true);
