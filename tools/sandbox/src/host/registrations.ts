import type { Registered, RegisterContext } from '../gate/api-call.ts';
import { apiRegistrations } from '../gate/api-registrations.ts';
import { sandboxLimits } from '../protocol/limits.ts';
import type { EngineMessage } from '../protocol/messages.ts';
import { decodeArguments, decodeValue } from '../protocol/wire-value.ts';
import type { OpenBytes } from './open-bytes.ts';
import { type SessionGate, unknownCall } from './session-gate.ts';

/** What registrations need of their session. */
export interface RegistrationsOptions {
  gate: SessionGate;
  bytes: OpenBytes;
  /** What something is made with. */
  contextFor(registration: number): RegisterContext;
  /** Tells the extension what happened with something registered. */
  act(registration: number, name: string, value: unknown): void;
}

interface Entry {
  api: string;
  made: Promise<Registered | null>;
  /** What its messages hold. */
  bytes: number;
  /** What it is to look like, until that is shown. */
  view: { value: unknown } | null;
}

type RegisterMessage = Extract<EngineMessage, { type: 'register' }>;

/** What one build has registered, until it is disposed of. */
export class Registrations {
  readonly #options: RegistrationsOptions;
  readonly #entries = new Map<number, Entry>();
  /** Also those that are being made or disposed of. */
  #open = 0;

  constructor(options: RegistrationsOptions) {
    this.#options = options;
  }

  /** Whether anything is there but commands. */
  get isShowing(): boolean {
    return [...this.#entries.values()].some(({ api }) => api !== 'commands.register');
  }

  /** @param length characters of the message */
  register({ registration, api, args, at }: RegisterMessage, length: number): void {
    const { gate, bytes, act } = this.#options;
    const known = apiRegistrations.get(api);
    const record = gate.begin(known?.api ?? api, { args, at });
    const refused =
      known === undefined ? unknownCall(api) : (gate.judge(record) ?? this.#full(length));
    if (known === undefined || refused !== null) {
      gate.refuse(record, refused ?? unknownCall(api));
      act(registration, 'failed', refused);
      return;
    }
    if (this.#entries.has(registration)) {
      // an engine that is in order counts: this one's next messages are for the first
      gate.refuse(record, new Error('Something is registered by this number already.'));
      return;
    }
    this.#open += 1;
    bytes.add(length);
    const context = this.#options.contextFor(registration);
    const make = async () => known.register(decodeArguments(args), context);
    const made = make().then(
      (registered) => {
        Promise.resolve(registered.settled).then(
          () => gate.end(record),
          (error: unknown) => gate.fail(record, error), // which it has told the extension in its own way
        );
        return registered;
      },
      (error: unknown) => {
        gate.fail(record, error);
        act(registration, 'failed', error);
        return null;
      },
    );
    this.#entries.set(registration, { api, made, bytes: length, view: null });
  }

  #full(length: number): Error | null {
    if (this.#open < sandboxLimits.openCalls && this.#options.bytes.fits(length)) return null;
    return new RangeError('Too much is registered.');
  }

  /** Shows what something looks like now; while it is being made, only the last of its views. */
  async render(registration: number, view: unknown, length: number): Promise<void> {
    const entry = this.#entries.get(registration);
    if (entry === undefined || !this.#count(entry, length)) return;
    const isAwaited = entry.view !== null;
    entry.view = { value: view };
    if (isAwaited) return;
    const registered = await entry.made;
    const last = entry.view;
    entry.view = null;
    try {
      if (this.#entries.get(registration) === entry) registered?.render?.(decodeValue(last.value));
    } catch (error) {
      this.#options.act(registration, 'failed', error);
    }
  }

  /** Counts a view in place of the one before; false where it is too much. */
  #count(entry: Entry, length: number): boolean {
    const { bytes } = this.#options;
    bytes.remove(entry.bytes);
    entry.bytes = bytes.fits(length) ? length : 0;
    bytes.add(entry.bytes);
    return entry.bytes === length;
  }

  /** Disposes of something. */
  async unregister(registration: number): Promise<void> {
    const entry = this.#entries.get(registration);
    if (entry === undefined) return;
    this.#entries.delete(registration);
    const registered = await entry.made;
    try {
      registered?.dispose();
    } catch {
      // the extension has let go of it: there is nobody to be told
    }
    this.#open -= 1;
    this.#options.bytes.remove(entry.bytes);
  }

  /** Does something with what is registered by a number; undefined where that is no more, or can't do it. */
  async call(registration: number, name: string, args: unknown[]): Promise<unknown> {
    const calls = (await this.#entries.get(registration)?.made)?.calls ?? {};
    const method = Object.hasOwn(calls, name) ? calls[name] : undefined;
    return method === undefined ? undefined : Reflect.apply(method, calls, args);
  }

  /** Disposes of all, the last one first. */
  end(): void {
    for (const id of [...this.#entries.keys()].toReversed()) void this.unregister(id);
  }
}
