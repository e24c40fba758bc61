import { guest } from 'orchestra:api';
import type { WireResponse } from '../../../services/services.ts';
import { Buffer } from '../buffer.ts';
import { nodeError } from '../node-error.ts';
import { nextTick } from '../process.ts';
import { Writable } from '../stream.ts';
import { abortError } from '../timers.ts';
import { IncomingMessage } from './incoming-message.ts';
import { RequestHeaders } from './request-headers.ts';
import { toAuthorization, toTarget, type Target } from './request-options.ts';
import { makeSocket } from './socket.ts';

type Done = (error?: Error | null) => void;

/** A request: sent once all of its body was written. */
export class ClientRequest extends Writable {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly protocol: string;
  readonly socket = makeSocket();
  readonly connection = this.socket;
  aborted = false;
  reusedSocket = false;
  headersSent = false;
  res: IncomingMessage | null = null;
  readonly #headers = new RequestHeaders();
  readonly #target: Target;
  readonly #api: string;
  readonly #controller = new AbortController();
  #parts: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param how.api as the gate judges it: `https:request` */
  constructor(given: readonly unknown[], { api, protocol }: { api: string; protocol: string }) {
    super({ decodeStrings: true, autoDestroy: false }); // it ends with its answer
    this.#api = api;
    this.#target = toTarget(given, protocol);
    const { method, path, host, options } = this.#target;
    [this.method, this.path, this.host, this.protocol] = [method, path, host, protocol];
    this.#headers.setAll(options['headers']);
    if (
      options['auth'] !== undefined &&
      options['auth'] !== null &&
      !this.hasHeader('authorization')
    ) {
      this.setHeader('Authorization', toAuthorization(options['auth']));
    }
    if (typeof options['timeout'] === 'number') this.setTimeout(options['timeout']);
    nextTick(() => this.emit('socket', this.socket)); // some begin to count then
    const { signal } = options;
    if (signal instanceof AbortSignal) {
      const abort = () => this.destroy(abortError(signal));
      if (signal.aborted) nextTick(abort);
      else signal.addEventListener('abort', abort, { once: true });
    }
  }

  setHeader(name: string, value: unknown): this {
    this.#headers.set(name, value);
    return this;
  }
  getHeader(name: string): unknown {
    return this.#headers.get(name);
  }
  getHeaders(): Record<string, unknown> {
    return this.#headers.toObject();
  }
  getHeaderNames(): string[] {
    return Object.keys(this.#headers.toObject());
  }
  getRawHeaderNames(): string[] {
    return this.#headers.names();
  }
  hasHeader(name: string): boolean {
    return this.#headers.get(name) !== undefined;
  }
  removeHeader(name: string): void {
    this.#headers.remove(name);
  }
  appendHeader(name: string, value: unknown): this {
    this.#headers.append(name, value);
    return this;
  }
  flushHeaders(): void {}
  setNoDelay(): void {}
  setSocketKeepAlive(): void {}

  /** Tells by `timeout` where no answer has come; the request goes on. */
  setTimeout(milliseconds: number, callback?: () => void): this {
    if (callback !== undefined) this.once('timeout', callback);
    clearTimeout(this.#timer);
    if (milliseconds > 0) this.#timer = setTimeout(() => this.emit('timeout'), milliseconds);
    return this;
  }

  override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
    this.#parts.push(chunk.slice());
    done();
  }

  override _final(done: Done): void {
    this.headersSent = true;
    this.#send().catch((error: unknown) => this.destroy(toRequestError(error)));
    done();
  }

  async #send(): Promise<void> {
    const body = Buffer.concat(this.#parts);
    const isEmpty = body.length === 0 && /^(?:GET|HEAD)$/.test(this.method);
    const request = {
      url: this.#target.url,
      method: this.method,
      headers: this.#headers.toPairs(),
      redirect: 'manual',
      ...(!isEmpty && { body }),
    };
    const { signal } = this.#controller;
    const { head, parts } = guest.link.stream(this.#api, [request], { caller: this.#send, signal });
    const message = new IncomingMessage(
      (await head) as Omit<WireResponse, 'body'>,
      parts as AsyncIterable<Uint8Array>,
    );
    clearTimeout(this.#timer);
    if (this.destroyed) return void message.destroy();
    message.req = this;
    this.res = message;
    message.once('close', () => this.destroy());
    // a body that nobody asks for is read away
    if (!this.emit('response', message)) message.resume();
  }

  override _destroy(error: Error | null, done: Done): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
    const isAnswered = this.res !== null;
    if (isAnswered && this.res?.complete === false) this.res.destroy(error ?? hangUp());
    done(error ?? (isAnswered || !this.aborted ? null : hangUp()));
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    nextTick(() => this.emit('abort'));
    this.destroy();
  }
}

function hangUp(): Error {
  return nodeError(Error, 'ECONNRESET', 'socket hang up');
}

/** Gives errors of the network the code that Node has for them. */
function toRequestError(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'aborted') return hangUp();
  if (code !== 'network-failed') return error;
  const found = /\bE[A-Z]{3,}\b/.exec(error.message)?.[0] ?? codeOf(error.message);
  return found === null ? error : nodeError(Error, found, error.message);
}

function codeOf(message: string): string | null {
  if (/timeout/i.test(message)) return 'ETIMEDOUT';
  return /socket|closed|terminated/i.test(message) ? 'ECONNRESET' : null;
}
