import { guest } from 'orchestra:api';
import type { WireResponse } from '../../../services/services.ts';
import { Buffer } from '../buffer.ts';
import { Readable } from '../stream.ts';
import { makeSocket } from './socket.ts';

type Head = Omit<WireResponse, 'body'>;

/** Of these a message has one alone: further ones are left out. */
const single = new Set(
  'age authorization content-length content-type etag expires from host if-modified-since last-modified location max-forwards proxy-authorization referer retry-after server user-agent'.split(
    ' ',
  ),
);

/** What the host has unpacked already. */
const unpacked = /^(?:gzip|x-gzip|deflate|br|zstd)$/i;

/** An answer: its head at once, its body as it is read. */
export class IncomingMessage extends Readable {
  httpVersion = '1.1';
  httpVersionMajor = 1;
  httpVersionMinor = 1;
  statusCode: number | null;
  statusMessage: string | null;
  url = '';
  method = null;
  aborted = false;
  complete = false;
  headers: Record<string, string | string[]> = { __proto__: null } as never;
  headersDistinct: Record<string, string[]> = { __proto__: null } as never;
  rawHeaders: string[] = [];
  trailers = {};
  rawTrailers = [];
  socket = makeSocket();
  connection = this.socket;
  req: unknown;
  readonly #parts: AsyncIterator<Uint8Array> | null;

  constructor(head?: Head, parts?: AsyncIterable<Uint8Array>) {
    super();
    this.statusCode = head?.status ?? null;
    this.statusMessage = head?.statusText ?? null;
    this.#parts = parts?.[Symbol.asyncIterator]() ?? null;
    const headers = head?.headers ?? [];
    const isUnpacked = headers.some(
      ([name, value]) => name.toLowerCase() === 'content-encoding' && unpacked.test(value.trim()),
    );
    for (const [name, value] of headers) {
      const lower = name.toLowerCase();
      if (isUnpacked && /^content-(?:encoding|length)$/.test(lower)) continue;
      this.rawHeaders.push(name, value);
      this.#add(lower, value);
    }
  }

  #add(name: string, value: string): void {
    (this.headersDistinct[name] ??= []).push(value);
    const before = this.headers[name];
    if (name === 'set-cookie') this.headers[name] = [...(before ?? []), value];
    else if (before === undefined) this.headers[name] = value;
    else if (!single.has(name)) {
      this.headers[name] = `${String(before)}${name === 'cookie' ? '; ' : ', '}${value}`;
    }
  }

  override _read(): void {
    if (this.#parts === null) return void this.push(null);
    this.#parts.next().then(
      ({ done, value }) => {
        if (done === true) {
          this.complete = true;
          this.push(null);
        } else {
          const { buffer, byteOffset, byteLength } = value as Uint8Array<ArrayBuffer>;
          this.push(Buffer.from(buffer, byteOffset, byteLength));
        }
      },
      (error: Error) => this.destroy(error),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.complete) {
      this.aborted = true;
      void this.#parts?.return?.().catch((failure: unknown) => guest.report(failure));
    }
    done(error);
  }

  setTimeout(_milliseconds: number, callback?: () => void): this {
    if (callback !== undefined) this.on('timeout', callback);
    return this;
  }
}
