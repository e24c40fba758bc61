import type { GuestState } from '../guest/state.ts';
import { sandboxLimits } from '../protocol/limits.ts';
import type { SessionMessage } from '../protocol/messages.ts';
import { encodeError, encodeValue } from '../protocol/wire-value.ts';
import type { HostServices } from '../services/services.ts';
import { BuildError, isStopReason } from './build-error.ts';
import { BuildSession } from './build-session.ts';
import { ConsoleLog } from './console-log.ts';
import { type EngineEnd, EngineProcess } from './engine-process.ts';
import { readGuestState } from './guest-state.ts';
import { RateBudget } from './rate-budget.ts';
import { type Launched, Launches } from './launches.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { makeServiceEvents } from './service-events.ts';
import type { BuiltCode } from './source-places.ts';
import { Slots } from './slots.ts';
import { startEngine } from '../programs/start-engine.ts';
import { Starting } from './starting.ts';

/** Builds that start at once: each is an isolate, of which a process can't hold many. */
const mostStarts = 2;

/** Numbers of builds from here on are of launches, which aren't told: they are of the build that runs. */
const firstLaunch = 2 ** 32;

/**
 * Runs builds of one extension, one at a time, in an engine process of its own. A new build is started beside
 * the one that runs, and takes its place once it is ready.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  readonly #limits: Record<keyof typeof sandboxLimits, number>;
  readonly #services: HostServices;
  readonly #console: ConsoleLog;
  readonly #records: RateBudget;
  readonly #sessions = new Map<number, BuildSession>();
  readonly #starting = new Map<number, Starting>();
  readonly #ending = new Map<number, () => void>();
  readonly #starts = new Slots(mostStarts);
  readonly #launches = new Launches({
    start: (code) => this.#startLaunched(code),
    dispose: (session) => this.#dispose(session),
  });
  #engine: EngineProcess | null = null;
  #current: BuildSession | null = null;
  #lastBuild = 0;
  #lastLaunch = firstLaunch;
  #lastOrder = 0;
  #lastRegistration = 0;
  #restarts: number[] = [];
  #restarting: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#limits = { ...sandboxLimits, ...options.limits };
    this.#console = new ConsoleLog({
      perSecond: this.#limits.logLines,
      onLog: (line) => options.listener.onLog(line),
    });
    this.#records = new RateBudget({
      perSecond: this.#limits.callRecords,
      tellLost: (lost) => {
        const text = `${lost} more calls of the API were made than are told.`;
        this.#console.tell('warn', { build: this.#lastBuild, text });
      },
    });
    const events = makeServiceEvents({
      services: () => this.#services,
      permissions: options.extension.permissions,
      tell: (name, value) => this.#tell(name, value),
      tellState: (state) => this.#tellState(state),
    });
    this.#services = options.makeServices(events);
  }

  /** Commands that the running build registered. */
  get commands(): string[] {
    return this.#current?.commands ?? [];
  }

  /** The number of the build that runs, from 1; 0 where none does. */
  get build(): number {
    return this.#current?.build ?? 0;
  }

  /** Whether a build runs. */
  get isRunning(): boolean {
    return this.#current !== null;
  }

  /** Starts the process that builds run in, so that the first one need not wait for all of that. */
  prepare(): void {
    if (!this.#isClosed) this.#engine ??= this.#startEngine();
  }

  /**
   * Loads and activates a build, then ends the one before. Where one that was loaded later is ready before,
   * this one is ended again.
   *
   * @param onRunning called once it has taken the place of the one before, which may still be ending
   * @throws BuildError where it can't be run; then the one before goes on
   */
  async load(code: BuiltCode, onRunning?: () => void): Promise<void> {
    this.#lastOrder += 1;
    await this.#loadAs(code, { order: this.#lastOrder, onRunning });
  }

  async #loadAs(
    code: BuiltCode,
    { order, onRunning }: { order: number; onRunning?: (() => void) | undefined },
  ): Promise<void> {
    await this.#starts.take();
    try {
      if ((this.#current?.order ?? 0) < order) await this.#replace(code, { order, onRunning });
    } finally {
      this.#starts.give();
    }
  }

  async #replace(
    code: BuiltCode,
    { order, onRunning }: { order: number; onRunning: (() => void) | undefined },
  ): Promise<void> {
    this.#lastBuild += 1;
    const session = await this.#start(code, { order, build: this.#lastBuild });
    const before = this.#current;
    if (before !== null && before.order >= order) {
      await this.#dispose(session);
      return;
    }
    this.#current = session;
    this.#engine?.startPings(session.build);
    onRunning?.();
    await this.#launches.end();
    if (before !== null) await this.#dispose(before);
  }

  /** Runs a command of the extension. @throws what the command throws, with places of the sources */
  async runCommand(id: string, args: unknown[] = []): Promise<unknown> {
    await this.#restarting;
    if (this.#current === null) throw new Error('The extension does not run.');
    return this.#current.run(id, args);
  }

  /**
   * Starts a command in an isolate of its own, beside the build that runs: all modules are loaded anew for it. It
   * ends with its command, and with the next build.
   *
   * @param code of what is run; of the build that runs, where it is absent
   * @throws BuildError where the build can't be run
   */
  async launch(id: string, args: unknown[] = [], code?: BuiltCode): Promise<Launched> {
    await this.#restarting;
    if (this.#current === null) throw new Error('The extension does not run.');
    return this.#launches.launch(code ?? this.#current.code, { id, args });
  }

  /** Builds of commands that were launched, and still run or show something. */
  get launched(): BuildSession[] {
    return this.#launches.sessions;
  }

  async #startLaunched(code: BuiltCode): Promise<BuildSession> {
    await this.#starts.take();
    try {
      this.#lastLaunch += 1;
      return await this.#start(code, { order: 0, build: this.#lastLaunch });
    } finally {
      this.#starts.give();
    }
  }

  /** Deactivates the extension and ends its process. */
  async close(): Promise<void> {
    const current = this.#current;
    this.#isClosed = true;
    this.#current = null;
    await this.#launches.end();
    if (current !== null) await this.#dispose(current);
    this.#engine?.kill('It was closed.');
    this.#engine = null;
    this.#records.end();
    this.#console.end();
  }

  async #start(
    code: BuiltCode,
    { order, build }: { order: number; build: number },
  ): Promise<BuildSession> {
    if (this.#isClosed) throw new Error('The sandbox was closed.');
    const engine = (this.#engine ??= this.#startEngine());
    const starting = new Starting(build, this.#limits.activateMs);
    const session = this.#makeSession({ build, order, code, starting });
    this.#sessions.set(build, session);
    this.#starting.set(build, starting);
    const { kind = 'native', mode, paths, permissions } = this.#options.extension;
    const state = encodeValue(readGuestState(this.#services, permissions));
    engine.send({
      type: 'load',
      build,
      kind,
      name: code.name,
      code: code.code,
      mode,
      paths: { ...paths },
      state,
    });
    try {
      await starting.loaded;
      engine.send({ type: 'activate', build });
      await starting.ready;
      starting.throwIfFailed();
      if (this.#isClosed) throw new Error('The sandbox was closed.');
      return session;
    } catch (error) {
      this.#remove(session, error instanceof Error ? error : new Error(String(error)));
      throw error;
    } finally {
      starting.stop();
      this.#starting.delete(build);
    }
  }

  #toTold(build: number): number {
    return build > firstLaunch ? this.build : build;
  }

  #makeSession(made: {
    build: number;
    order: number;
    code: BuiltCode;
    starting: Starting;
  }): BuildSession {
    const { listener, extension } = this.#options;
    return new BuildSession({
      build: made.build,
      toldBuild: this.#toTold(made.build),
      order: made.order,
      code: made.code,
      permissions: extension.permissions,
      services: this.#services,
      send: (message) => this.#engine?.send(message),
      drained: async () => this.#engine?.drained(),
      nextRegistration: () => (this.#lastRegistration += 1),
      onCall: (record, isFirst) => {
        if (isFirst || this.#records.take()) listener.onCall(record);
      },
      runCommand: (id) => void this.#runClicked(id),
      launch: (id, args) => this.#launchFrom(made.code, { id, args }),
      onPrompts: (open) => made.starting.pause(open > 0),
    });
  }

  /** A command starts another one, and goes on once that has started: what goes wrong with it is told apart. */
  async #launchFrom(code: BuiltCode, run: { id: string; args: unknown[] }): Promise<void> {
    const { ended } = await this.#launches.launch(code, run);
    ended.catch((thrown: unknown) => this.#tellThrown(run.id, thrown));
  }

  async #runClicked(id: string): Promise<void> {
    try {
      if (this.commands.includes(id)) await this.runCommand(id);
      else await this.#services.commands.execute(id, []);
    } catch (error) {
      this.#tellThrown(id, error);
    }
  }

  #tellThrown(id: string, thrown: unknown): void {
    const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
    const build = this.#current?.build ?? this.#lastBuild;
    const place = this.#current?.places.find(stack) ?? null;
    this.#console.tell('error', { build, text: `${id}: ${message}`, place });
  }

  #startEngine(): EngineProcess {
    const { files, wall, takeStarted } = this.#options;
    const child = takeStarted?.() ?? startEngine(files, { wall, limits: this.#limits });
    const engine: EngineProcess = new EngineProcess(child, {
      limits: this.#limits,
      listener: {
        onMessage: (message, length) => this.#take(message, length),
        onEnded: (end) => {
          if (this.#engine === engine) this.#engine = null;
          this.#engineEnded(end);
        },
      },
    });
    return engine;
  }

  #take(message: SessionMessage, length: number): void {
    const session = this.#sessions.get(message.build);
    if (session === undefined) return; // said before it learnt that it was ended
    switch (message.type) {
      case 'loaded':
        this.#starting.get(message.build)?.toLoaded();
        break;
      case 'ready':
        this.#starting.get(message.build)?.toReady();
        break;
      case 'failed':
        this.#failed(session, message.reason, session.toError(message.error));
        break;
      case 'disposed':
        this.#ending.get(message.build)?.();
        break;
      case 'log':
        this.#console.take({ ...message, build: session.toldBuild }, session.places);
        break;
      default:
        session.take(message, length);
    }
  }

  #failed(session: BuildSession, told: string, cause: Error): void {
    const reason = isStopReason(told) ? told : 'threw';
    const error = new BuildError(cause.message, { reason, build: session.toldBuild, cause });
    const starting = this.#starting.get(session.build);
    if (starting !== undefined) {
      starting.fail(error); // whoever started it removes it
      return;
    }
    this.#ending.get(session.build)?.();
    if (session === this.#current) this.#currentFailed(session, error);
    else if (this.#launches.sessions.includes(session)) {
      this.#launches.forget(session);
      this.#remove(session, error);
    }
  }

  #currentFailed(session: BuildSession, error: BuildError): void {
    this.#current = null;
    this.#engine?.stopPings();
    this.#remove(session, error);
    const now = Date.now();
    // where another build was just starting, the process most likely ended because of that one
    const counted = this.#starting.size === 0 ? [now] : [];
    this.#restarts = [...this.#restarts.filter((at) => at > now - 60_000), ...counted];
    const goesOn = this.#restarts.length <= this.#limits.restarts && !this.#isClosed;
    this.#options.listener.onStopped(error, goesOn);
    if (goesOn) this.#restarting = this.#restart(session);
  }

  async #restart({ build, code, order }: BuildSession): Promise<void> {
    try {
      await this.#loadAs(code, { order });
    } catch (error) {
      if (this.#isClosed) return;
      const cause = error instanceof Error ? error : new Error(String(error));
      const failed = new BuildError(cause.message, { reason: 'ended', build, cause });
      this.#options.listener.onStopped(error instanceof BuildError ? error : failed, false);
    }
  }

  #engineEnded({ reason, message }: EngineEnd): void {
    for (const session of Array.from(this.#sessions.values())) {
      this.#failed(session, reason, session.toError({ name: 'Error', message }));
    }
  }

  async #dispose(session: BuildSession): Promise<void> {
    const disposed = Promise.withResolvers<void>();
    const timer = setTimeout(disposed.resolve, this.#limits.activateMs);
    this.#ending.set(session.build, disposed.resolve);
    this.#engine?.send({ type: 'dispose', build: session.build });
    await disposed.promise;
    clearTimeout(timer);
    this.#ending.delete(session.build);
    this.#remove(session, new Error('The extension was stopped.'));
  }

  #remove(session: BuildSession, reason: Error): void {
    session.end(reason);
    this.#sessions.delete(session.build);
    this.#engine?.send({ type: 'stop', build: session.build });
  }

  #tell(name: string, value: unknown): void {
    const wire = encodeValue(value);
    for (const build of this.#sessions.keys()) {
      try {
        this.#engine?.send({ type: 'event', build, name, value: wire });
      } catch (error) {
        const text = `${name} was not told: ${encodeError(error).message}`;
        this.#console.tell('warn', { build, text });
      }
    }
  }

  #tellState(state: Partial<GuestState>): void {
    for (const build of this.#sessions.keys()) {
      this.#engine?.send({ type: 'state', build, state: encodeValue(state) });
    }
  }
}
