import type { Streamed } from '../gate/api-call.ts';
import { sandboxLimits } from '../protocol/limits.ts';
import type { HostMessage } from '../protocol/messages.ts';
import { encodeValue } from '../protocol/wire-value.ts';
import { Slots } from './slots.ts';
import { toldError } from './told-error.ts';

/** Where the parts of streams are sent. */
export interface OpenStreamsOptions {
  build: number;
  /** @throws RangeError of code `too-large` */
  send(message: HostMessage): void;
  /** Waits while the engine reads more slowly than it is sent to. */
  drained(): Promise<void>;
}

/** Sends what calls give piece by piece, never far ahead of whoever reads it. */
export class OpenStreams {
  readonly #options: OpenStreamsOptions;
  readonly #unread = new Map<number, Slots>();

  constructor(options: OpenStreamsOptions) {
    this.#options = options;
  }

  /** Sends all of a stream, unless the signal is aborted. */
  async send(call: number, { head, parts }: Streamed, signal: AbortSignal): Promise<void> {
    const { build, send, drained } = this.#options;
    const unread = new Slots(sandboxLimits.unreadParts);
    send({ type: 'result', build, call, outcome: { ok: true, value: encodeValue(head) } });
    this.#unread.set(call, unread);
    try {
      for await (const part of parts) {
        for (const value of cut(part)) {
          await unread.take(signal);
          if (signal.aborted) return;
          send({ type: 'chunk', build, call, value: encodeValue(value) });
          await drained();
        }
      }
      send({ type: 'end', build, call });
    } catch (error) {
      send({ type: 'end', build, call, error: toldError(error) });
    } finally {
      this.#unread.delete(call);
    }
  }

  /** The extension has read a part. */
  read(call: number): void {
    this.#unread.get(call)?.give();
  }
}

const chunkBytes = 1024 * 1024;

/** Cuts bytes that are too many for a message. */
function cut(part: unknown): unknown[] {
  if (!(part instanceof Uint8Array) || part.length <= chunkBytes) return [part];
  const count = Math.ceil(part.length / chunkBytes);
  return Array.from({ length: count }, (_, index) =>
    part.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}
