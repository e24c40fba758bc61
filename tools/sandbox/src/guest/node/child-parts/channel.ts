import { nodeError, wrongType } from '../node-error.ts';
import { nextTick } from '../process.ts';
import type { Writable } from '../stream.ts';
import { joined, makeWriter } from './write-pieces.ts';

type Told = (error: Error | null) => void;

/** Who is told of what comes over a channel. */
export interface ChannelListener {
  onMessage(message: unknown): void;
  onDisconnect(): void;
  onError(error: Error): void;
}

const lineEnd = 10;

/** The channel to a module that was forked: a line of JSON each way for a message, as Node has it. */
export class Channel {
  readonly #listener: ChannelListener;
  readonly #writer: Writable;
  #begun: Uint8Array[] = [];
  connected = true;

  constructor(
    to: { send(bytes: Uint8Array): Promise<unknown>; disconnect(): Promise<unknown> },
    listener: ChannelListener,
  ) {
    this.#listener = listener;
    this.#writer = makeWriter({ write: to.send, end: to.disconnect });
    this.#writer.on('error', () => undefined); // it has ended
  }

  /** Sends a value. @returns false where much of what was sent still waits */
  send(message: unknown, done?: Told): boolean {
    if (message === undefined) {
      throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The "message" argument must be specified');
    }
    if (!isSendable(message)) {
      throw wrongType('message', 'one of type string, object, number, or boolean', message);
    }
    if (this.connected)
      return this.#writer.write(`${JSON.stringify(message)}\n`, () => done?.(null));
    const error = nodeError(Error, 'ERR_IPC_CHANNEL_CLOSED', 'Channel closed');
    nextTick(() => (done === undefined ? this.#listener.onError(error) : done(error)));
    return false;
  }

  /** Takes all that comes until it ends. */
  async follow(parts: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const bytes of parts) this.#take(bytes);
    } catch {
      // it has ended
    }
    this.close();
  }

  /** Takes what came, of which a message may be a part. */
  #take(bytes: Uint8Array): void {
    let from = 0;
    for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, from)) {
      this.#read(joined([...this.#begun, bytes.subarray(from, at)]));
      this.#begun = [];
      from = at + 1;
    }
    if (from < bytes.length) this.#begun.push(bytes.subarray(from));
  }

  #read(line: Uint8Array): void {
    if (!this.connected || line.length === 0) return;
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(line));
    } catch (thrown) {
      this.close();
      this.#listener.onError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      return;
    }
    if (!isOfNode(value)) this.#listener.onMessage(value);
  }

  /** Ends it: what was sent before still arrives. */
  close(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#writer.end();
    nextTick(() => this.#listener.onDisconnect());
  }
}

function isSendable(message: unknown): boolean {
  return ['string', 'object', 'number', 'boolean'].includes(typeof message);
}

/** What Node says to itself, such as of handles, of which there are none here. */
function isOfNode(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const command: unknown = Reflect.get(message, 'cmd');
  return typeof command === 'string' && command.startsWith('NODE_');
}
