import { findCall } from '../gate/api-calls.ts';
import type { CallContext, GatedCall, RegisterContext, Streamed } from '../gate/api-call.ts';
import { apiRegistrations } from '../gate/api-registrations.ts';
import { makeOpened } from '../gate/opened.ts';
import { sandboxLimits } from '../protocol/limits.ts';
import type { SessionMessage, HostMessage, Outcome } from '../protocol/messages.ts';
import {
  decodeArguments,
  decodeError,
  decodeValue,
  encodeValue,
  type WireError,
  type WireValue,
} from '../protocol/wire-value.ts';
import type { HostServices } from '../services/services.ts';
import { noteCauses, tellCauses } from './causes.ts';
import type { CallRecord } from './call-record.ts';
import { OpenBytes } from './open-bytes.ts';
import { OpenStreams } from './open-streams.ts';
import { Registrations } from './registrations.ts';
import { SessionGate, unknownCall } from './session-gate.ts';
import { type BuiltCode, SourcePlaces } from './source-places.ts';
import { toldError } from './told-error.ts';

/** What a session needs of its sandbox. */
export interface SessionOptions {
  build: number;
  /** The number that records have. */
  toldBuild: number;
  /** Which of several that start at once takes the place of the others: the one of the highest order. */
  order: number;
  code: BuiltCode;
  /** What package.json declares. */
  permissions: readonly string[];
  services: HostServices;
  /** @throws RangeError of code `too-large` */
  send(message: HostMessage): void;
  /** Waits while the engine reads more slowly than it is sent to. */
  drained(): Promise<void>;
  /** A number for something that is registered; no build has it twice. */
  nextRegistration(): number;
  onCall(record: CallRecord, isFirst: boolean): void;
  runCommand(id: string): void;
  /** Starts a command of the same code in an isolate of its own. */
  launch(id: string, args: unknown[]): Promise<void>;
  /** Whether a person is asked something at the moment. */
  onPrompts(open: number): void;
}

type MessageOf<T extends SessionMessage['type']> = Extract<SessionMessage, { type: T }>;

/**
 * What a host keeps of one build that runs: its open calls, what it registered, and what it was asked to do.
 * Every call goes through the gate here, and nowhere else.
 */
export class BuildSession {
  readonly places: SourcePlaces;
  readonly #options: SessionOptions;
  readonly #calls = new Map<number, AbortController>();
  readonly #streams: OpenStreams;
  readonly #bytes = new OpenBytes(sandboxLimits.openBytes);
  readonly #opened = makeOpened();
  readonly #gate: SessionGate;
  readonly #registrations: Registrations;
  readonly #commands = new Map<string, number>();
  readonly #asked = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #pings = new Map<number, () => void>();
  #lastAsked = 0;
  /** Messages that came but answers to {@link idle}. */
  messages = 0;
  #prompts = 0;
  #isEnded = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.places = new SourcePlaces(options.code);
    const { toldBuild: build, permissions, onCall } = options;
    this.#gate = new SessionGate({ build, permissions, onCall, places: this.places });
    this.#streams = new OpenStreams(options);
    this.#registrations = new Registrations({
      gate: this.#gate,
      bytes: this.#bytes,
      contextFor: (registration) => this.#registering(registration),
      act: (registration, name, value) => this.#act(registration, name, value),
    });
  }

  get build(): number {
    return this.#options.build;
  }

  get toldBuild(): number {
    return this.#options.toldBuild;
  }

  get order(): number {
    return this.#options.order;
  }

  get code(): BuiltCode {
    return this.#options.code;
  }

  /** Commands that are registered, in order. */
  get commands(): string[] {
    return [...this.#commands.keys()];
  }

  /** Whether a view, a toast or the like is there that a person can act on. */
  get isShowing(): boolean {
    return this.#registrations.isShowing;
  }

  /** Calls of the API that are under way. */
  get openCalls(): number {
    return this.#calls.size;
  }

  /** Waits until the isolate has done all that it could do at once. */
  idle(): Promise<void> {
    if (this.#isEnded) return Promise.resolve();
    this.#lastAsked += 1;
    const answered = Promise.withResolvers<void>();
    this.#pings.set(this.#lastAsked, answered.resolve);
    this.#options.send({ type: 'ping', build: this.build, call: this.#lastAsked });
    return answered.promise;
  }

  /** Whether a call, a command or a callback is under way. */
  get isBusy(): boolean {
    return this.#calls.size + this.#asked.size > 0;
  }

  /**
   * Takes what the engine says of calls and of what is registered.
   *
   * @param length characters of the message
   */
  take(message: SessionMessage, length: number): void {
    if (this.#isEnded) return;
    if (message.type === 'pong') {
      this.#pings.get(message.call)?.();
      this.#pings.delete(message.call);
      return;
    }
    this.messages += 1;
    switch (message.type) {
      case 'call':
        void this.#call(message, length);
        break;
      case 'cancel':
        this.#calls.get(message.call)?.abort();
        break;
      case 'more':
        this.#streams.read(message.call);
        break;
      case 'register':
        this.#registrations.register(message, length);
        break;
      case 'render':
        void this.#registrations.render(message.registration, message.view, length);
        break;
      case 'unregister':
        void this.#registrations.unregister(message.registration);
        break;
      case 'done':
        this.#settle(message.call, message.outcome);
        break;
    }
  }

  /** Runs a command that this build registered. */
  run(id: string, args: unknown[]): Promise<unknown> {
    const registration = this.#commands.get(id);
    if (registration === undefined) {
      return Promise.reject(new Error(`The command ${id} is not registered.`));
    }
    return this.#ask((call) => ({
      type: 'run',
      build: this.build,
      call,
      registration,
      args: encodeValue(args),
    }));
  }

  async #ask(message: (call: number) => HostMessage): Promise<unknown> {
    if (this.#isEnded) throw new Error('The extension was stopped.');
    this.#lastAsked += 1;
    const asked = Promise.withResolvers<unknown>();
    this.#options.send(message(this.#lastAsked));
    this.#asked.set(this.#lastAsked, asked);
    return asked.promise;
  }

  #settle(call: number, outcome: Outcome): void {
    const asked = this.#asked.get(call);
    this.#asked.delete(call);
    if (outcome.ok) asked?.resolve(this.#decode(outcome.value));
    else asked?.reject(this.toError(outcome.error));
  }

  /** An error of the extension, with places of its sources, and with its causes as {@link causesOf} gives them. */
  toError(error: WireError): Error {
    const { name, message, stack, causes = [] } = error;
    const own = `${name}: ${message}`; // else it would have the host's
    const places = this.places;
    const made = decodeError({
      ...error,
      stack: stack === undefined ? own : places.rewrite(stack),
    });
    return noteCauses(made, tellCauses(causes, places));
  }

  async #call({ call, api, args, at }: MessageOf<'call'>, length: number): Promise<void> {
    const known = findCall(api);
    const record = this.#gate.begin((known ?? apiRegistrations.get(api))?.api ?? api, { args, at });
    const refused =
      known === undefined
        ? unknownCall(api)
        : (this.#gate.judge(record) ?? this.#full(call, length));
    if (known === undefined || refused !== null) {
      this.#fail(call, refused);
      this.#gate.refuse(record, refused ?? unknownCall(api));
      return;
    }
    const controller = new AbortController();
    this.#calls.set(call, controller);
    this.#bytes.add(length);
    if (known.isPrompt) this.#countPrompts(1);
    try {
      await this.#run(known, { call, args, signal: controller.signal });
      this.#gate.end(record);
    } catch (error) {
      this.#fail(call, error);
      this.#gate.fail(record, error);
    } finally {
      this.#calls.delete(call);
      this.#bytes.remove(length);
      if (known.isPrompt) this.#countPrompts(-1);
    }
  }

  async #run(
    known: GatedCall,
    { call, args, signal }: { call: number; args: unknown; signal: AbortSignal },
  ): Promise<void> {
    const value = await known.run(decodeArguments(args), { ...this.#context(), signal });
    if (known.isStreamed) await this.#streams.send(call, value as Streamed, signal);
    else this.#answer(call, { ok: true, value: encodeValue(value, 'the answer') });
  }

  #full(call: number, length: number): Error | null {
    if (this.#calls.has(call)) return new Error('A call of this number is open already.');
    const isFull = this.#calls.size >= sandboxLimits.openCalls;
    return isFull || !this.#bytes.fits(length) ? new RangeError('Too many calls are open.') : null;
  }

  #countPrompts(change: number): void {
    this.#prompts += change;
    this.#options.onPrompts(this.#prompts);
  }

  #answer(call: number, outcome: Outcome): void {
    this.#options.send({ type: 'result', build: this.build, call, outcome });
  }

  #fail(call: number, error: unknown): void {
    this.#answer(call, { ok: false, error: toldError(error) });
  }

  #context(): Omit<CallContext, 'signal'> {
    return {
      services: this.#options.services,
      callBack: (callback, args) => this.#callBack(callback, args),
      callRegistered: (id, name, ...args) => this.#registrations.call(id, name, args),
      ownCommands: () => this.commands,
      launch: (id, args) => this.#options.launch(id, args),
      opened: this.#opened,
    };
  }

  #callBack(callback: number, args: unknown[]): Promise<unknown> {
    const wire = encodeValue(args);
    return this.#ask((call) => ({
      type: 'callback',
      build: this.build,
      call,
      callback,
      args: wire,
    }));
  }

  #registering(id: number): RegisterContext {
    return {
      ...this.#context(),
      id: this.#options.nextRegistration(),
      act: (name: string, value?: unknown) => this.#act(id, name, value),
      runCommand: this.#options.runCommand,
      addCommand: (command: string) => {
        if (this.#commands.has(command)) throw new Error(`${command} is registered already.`);
        this.#commands.set(command, id);
        return () => void this.#commands.delete(command);
      },
    };
  }

  #act(registration: number, name: string, value: unknown): void {
    if (this.#isEnded) return;
    const { build } = this;
    const act = (told: string, wire: WireValue) =>
      this.#options.send({ type: 'action', build, registration, name: told, value: wire });
    try {
      act(name, encodeValue(value));
    } catch (error) {
      act('failed', { $error: { ...toldError(error) } });
    }
  }

  #decode(wire: unknown): unknown {
    try {
      return decodeValue(wire);
    } catch {
      return undefined; // a hostile engine made it up
    }
  }

  /** Ends all that is open: the build is no more. */
  end(reason: Error): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    for (const controller of this.#calls.values()) controller.abort(reason);
    for (const asked of this.#asked.values()) asked.reject(reason);
    for (const answered of this.#pings.values()) answered();
    this.#registrations.end();
    this.#opened.files.end();
    this.#opened.programs.end();
    this.#opened.servers.end();
  }
}
