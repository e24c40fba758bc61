import { encodeThrown } from './encode-thrown.ts';
import {
  decodeArguments,
  decodeError,
  decodeValue,
  encodeError,
  encodeValue,
  type WireValue,
} from '../protocol/wire-value.ts';
import { type Caller, stackOf } from './caller-stack.ts';
import type { EngineNatives } from './natives.ts';
import { endOfParts, PartQueue } from './part-queue.ts';

/** What one side says to the other; see `protocol/messages.ts`. */
interface Message {
  type: string;
  [key: string]: unknown;
}

/** Bounds that the host checks as well. */
export interface LinkLimits {
  openCalls: number;
  messageBytes: number;
}

/** Something registered with the host, until it is disposed of. */
export interface Registration {
  readonly id: number;
  /** Says what it looks like now. Several changes in a row are one message. */
  render(view: object): void;
  dispose(): void;
}

/** What the host tells of something registered, by name: `message`, `closed`. */
export type Actions = Record<string, (value: unknown) => void>;

interface OpenCall {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  chunk?(value: unknown): void;
}

/** The inner end of the line between an extension and its host. */
export class Link {
  readonly #natives: Pick<EngineNatives, 'send' | 'waitFor'>;
  readonly #build: number;
  readonly #limits: LinkLimits;
  readonly #calls = new Map<number, OpenCall>();
  readonly #registered = new Map<number, Actions>();
  readonly #callbacks = new Map<number, (...args: unknown[]) => unknown>();
  readonly #dirty = new Map<number, object>();
  #outbox = '';
  #lastId = 0;

  constructor(
    natives: Pick<EngineNatives, 'send' | 'waitFor'>,
    options: { build: number; limits: LinkLimits },
  ) {
    this.#natives = natives;
    this.#build = options.build;
    this.#limits = options.limits;
  }

  /** Calls the host. `caller` is the function whose callers the host is told. */
  call(
    api: string,
    args: unknown[],
    { caller, signal }: { caller: Caller; signal?: AbortSignal | undefined },
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#open(api, args, { caller, signal, open: { resolve, reject } });
    });
  }

  /** Calls the host, and waits for the answer: nothing else of the extension runs meanwhile. Not for native ones. */
  callNow(api: string, args: unknown[], { caller }: { caller: Caller }): unknown {
    const call = this.#nextId();
    const at = stackOf(caller);
    this.#post({ type: 'call', call, api, args: encodeArguments(args, at), at });
    const lines = this.#outbox;
    this.#outbox = '';
    const answer: unknown = parse(this.#natives.waitFor(call, lines));
    const outcome = isRecord(answer) ? answer['outcome'] : undefined;
    if (!isOutcome(outcome)) throw new Error('The host gave no answer.');
    if (outcome.ok) return decodeValue(outcome.value);
    throw withCaller(decodeError(outcome.error), at);
  }

  /** Calls the host, which answers piece by piece. The result is there once the first of them may come. */
  stream(
    api: string,
    args: unknown[],
    { caller, signal }: { caller: Caller; signal?: AbortSignal | undefined },
  ): { head: Promise<unknown>; parts: AsyncIterable<unknown> } {
    const queue = new PartQueue();
    const head = new Promise((resolve, reject) => {
      const open: OpenCall = {
        resolve,
        reject: (error) => {
          reject(error);
          queue.end(error);
        },
        chunk: (value) => queue.add(value),
      };
      const call = this.#open(api, args, { caller, signal, open });
      queue.whenLeft = () => this.#cancel(call);
      queue.whenEnded = () => this.#calls.delete(call);
      queue.whenRead = () => {
        if (this.#calls.has(call)) this.#post({ type: 'more', call });
      };
    });
    head.catch(() => undefined); // whoever reads the parts is told as well
    return { head, parts: queue };
  }

  #open(
    api: string,
    args: unknown[],
    { caller, signal, open }: { caller: Caller; signal?: AbortSignal | undefined; open: OpenCall },
  ): number {
    if (this.#calls.size >= this.#limits.openCalls) {
      throw tooMany(`${this.#limits.openCalls} calls wait for an answer`);
    }
    signal?.throwIfAborted();
    const call = this.#nextId();
    const at = stackOf(caller);
    this.#post({ type: 'call', call, api, args: encodeArguments(args, at), at });
    this.#calls.set(call, open);
    signal?.addEventListener('abort', () => this.#cancel(call, signal.reason), { once: true });
    return call;
  }

  #cancel(call: number, reason?: unknown): void {
    const open = this.#calls.get(call);
    if (open === undefined) return;
    this.#calls.delete(call);
    this.#post({ type: 'cancel', call });
    open.reject(reason);
  }

  /** Registers something that stays. */
  register(
    api: string,
    args: unknown[],
    options: { caller: Caller; actions?: Actions },
  ): Registration {
    if (this.#registered.size >= this.#limits.openCalls) {
      throw tooMany(`${this.#limits.openCalls} commands, listeners and views are there at once`);
    }
    const id = this.#nextId();
    const { caller, actions = {} } = options;
    const at = stackOf(caller);
    this.#post({ type: 'register', registration: id, api, args: encodeArguments(args, at), at });
    this.#registered.set(id, actions);
    return {
      id,
      render: (view) => {
        if (this.#registered.has(id)) this.#renderSoon(id, view);
      },
      dispose: () => {
        if (!this.#registered.delete(id)) return;
        this.#dirty.delete(id);
        this.#post({ type: 'unregister', registration: id });
      },
    };
  }

  #renderSoon(id: number, view: object): void {
    if (this.#dirty.size === 0) void Promise.resolve().then(() => this.#renderAll());
    this.#dirty.set(id, view);
  }

  #renderAll(): void {
    const views = [...this.#dirty];
    this.#dirty.clear();
    for (const [registration, view] of views) {
      try {
        this.#post({ type: 'render', registration, view: encodeValue(view, 'the view') });
      } catch (error) {
        this.log('error', encodeError(error).message, '');
      }
    }
  }

  /** Gives a number by which the host may call a function, until it is dropped. */
  keepCallback(callback: (...args: never[]) => unknown): { id: number; drop(): void } {
    const id = this.#nextId();
    this.#callbacks.set(id, (...args) => Reflect.apply(callback, undefined, args));
    return { id, drop: () => this.#callbacks.delete(id) };
  }

  log(level: string, text: string, at: string): void {
    this.#post({ type: 'log', level, text, at });
  }

  /** Says how something ended that the host began. */
  post(message: Message): void {
    this.#post(message);
  }

  /** Takes what the host says of calls, callbacks and registrations. False for anything else. */
  receive(message: Message): boolean {
    const { call, registration } = message;
    switch (message.type) {
      case 'result':
        this.#settle(Number(call), message['outcome']);
        return true;
      case 'chunk':
        this.#calls.get(Number(call))?.chunk?.(decodeValue(message['value']));
        return true;
      case 'end':
        this.#end(Number(call), message['error']);
        return true;
      case 'callback':
        void this.#runCallback(message);
        return true;
      case 'action': {
        const act = this.#registered.get(Number(registration))?.[String(message['name'])];
        act?.(decodeValue(message['value']));
        return true;
      }
      default:
        return false;
    }
  }

  #settle(call: number, outcome: unknown): void {
    const open = this.#calls.get(call);
    if (open === undefined || !isOutcome(outcome)) return;
    if (!outcome.ok) {
      this.#calls.delete(call);
      open.reject(decodeError(outcome.error));
      return;
    }
    if (open.chunk === undefined) this.#calls.delete(call); // else its parts follow
    open.resolve(decodeValue(outcome.value));
  }

  #end(call: number, error: unknown): void {
    const open = this.#calls.get(call);
    this.#calls.delete(call);
    if (error === undefined) open?.chunk?.(endOfParts);
    else open?.reject(isWireError(error) ? decodeError(error) : new Error('It broke off.'));
  }

  async #runCallback(message: Message): Promise<void> {
    const call = Number(message['call']);
    const callback = this.#callbacks.get(Number(message['callback']));
    await this.answer(call, () => callback?.(...decodeArguments(message['args'])));
  }

  /** Runs what the host asked for, and tells it what came of it. */
  async answer(call: number, run: () => unknown): Promise<void> {
    try {
      const value = encodeValue(await run(), 'the result');
      this.#post({ type: 'done', call, outcome: { ok: true, value } });
    } catch (error) {
      this.#post({ type: 'done', call, outcome: { ok: false, error: encodeThrown(error) } });
    }
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  // Extensions may replace what is global: nothing of it is asked here, so that a message stays as it was made.
  #post(message: Message): void {
    const line = stringify({ __proto__: null, ...message, build: this.#build });
    // a character is at most three bytes of UTF-8
    if (line.length * 3 > this.#limits.messageBytes && bytesOf(line) > this.#limits.messageBytes) {
      const limit = floor(this.#limits.messageBytes / 2 ** 20);
      throw Object.assign(new RangeError(`More than ${limit} MB can't be sent at once.`), {
        code: 'too-large',
      });
    }
    if (this.#outbox.length + line.length > 2 ** 18) this.#flush();
    const isFirst = this.#outbox === '';
    this.#outbox = isFirst ? line : `${this.#outbox}\n${line}`;
    if (isFirst) void this.#flushSoon();
  }

  async #flushSoon(): Promise<void> {
    await undefined;
    this.#flush();
  }

  #flush(): void {
    const lines = this.#outbox;
    this.#outbox = '';
    if (lines !== '') this.#natives.send(lines);
  }
}

const { parse, stringify } = JSON;
const { floor } = Math;
const { apply } = Reflect;
const { charCodeAt } = String.prototype;

/** @param at where the extension called, which is added to what is thrown: V8 tells the innermost calls alone */
function encodeArguments(args: unknown[], at: string): WireValue {
  try {
    return encodeValue(args, 'arguments');
  } catch (error) {
    if (error instanceof Error && error.stack?.includes(at) === false) error.stack += at;
    throw error;
  }
}

/** Of what the host told, it is known where the extension asked for it. */
function withCaller(error: Error, at: string): Error {
  error.stack = `${error.name}: ${error.message}${at}`;
  return error;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function tooMany(what: string): Error {
  return Object.assign(new RangeError(`${what}; no more are taken.`), { code: 'too-many' });
}

function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = apply(charCodeAt, text, [at]);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

type KnownOutcome =
  { ok: true; value: WireValue } | { ok: false; error: { name: string; message: string } };

// the host checks what it sends: this only gives it a type
function isOutcome(outcome: unknown): outcome is KnownOutcome {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome;
}

function isWireError(error: unknown): error is { name: string; message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}
