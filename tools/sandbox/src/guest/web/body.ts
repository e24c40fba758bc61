import { Blob, blobBytes, joinBytes, makeBlob, streamBytes } from './blob.ts';
import { toUsv } from './define-interface.ts';
import type { Headers } from './headers.ts';
import { FormData } from './form-data.ts';
import { readMultipart, writeMultipart } from './multipart.ts';
import { ReadableStream } from './streams.ts';
import { decodeUtf8, viewBytes } from './text-decoder.ts';
import { encodeUtf8 } from './text-encoder.ts';
import { parseFormQuery, URLSearchParams } from './url-search-params.ts';

/** What stands behind a body: bytes, or a stream that gives them. A stream of bytes is made when it is asked for. */
export interface BodySource {
  bytes?: Uint8Array<ArrayBuffer>;
  stream?: ReadableStream;
  /** The bytes were read without a stream. */
  isRead?: boolean;
}

/**
 * Makes a body of what a request or response was given, and the type that goes with it.
 *
 * @throws TypeError for a stream that was read or is being read
 */
export function extractBody(init: unknown): { source: BodySource; type: string | undefined } {
  if (init instanceof ReadableStream) {
    if (init.locked || isDisturbed(init)) {
      throw new TypeError('Response body object should not be disturbed or locked');
    }
    return { source: { stream: init }, type: undefined };
  }
  if (init instanceof Blob)
    return { source: { bytes: blobBytes(init) }, type: init.type || undefined };
  if (init instanceof ArrayBuffer || ArrayBuffer.isView(init)) {
    return { source: { bytes: viewBytes(init).slice() }, type: undefined };
  }
  if (init instanceof FormData) {
    const { bytes, boundary } = writeMultipart(init);
    return { source: { bytes }, type: `multipart/form-data; boundary=${boundary}` };
  }
  if (init instanceof URLSearchParams) {
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    return { source: { bytes: encodeUtf8(init.toString()) }, type };
  }
  if (typeof init === 'object' && init !== null && Symbol.asyncIterator in init) {
    return {
      source: { stream: ReadableStream.from(init as AsyncIterable<unknown>) },
      type: undefined,
    };
  }
  return { source: { bytes: encodeUtf8(toUsv(init)) }, type: 'text/plain;charset=UTF-8' };
}

/** Whether a stream was read from or cancelled, which only the stream itself knows. */
function isDisturbed(stream: ReadableStream): boolean {
  return Reflect.get(stream, '_disturbed') === true;
}

/** The body for a copy: both can be read. */
export let shareBody: (of: Body) => BodySource | undefined;

/** The body for one that goes on with it: this one is used then. */
export let takeBody: (of: Body) => BodySource | undefined;

/** What requests and responses have in common. */
export class Body {
  #source: BodySource | undefined;
  #headers: Headers;

  static {
    shareBody = (of) => of.#share();
    takeBody = (of) => of.#take();
  }

  constructor(source: BodySource | undefined, headers: Headers) {
    this.#source = source;
    this.#headers = headers;
  }

  get body(): ReadableStream | null {
    if (this.#source === undefined) return null;
    return openStream(this.#source);
  }

  get bodyUsed(): boolean {
    const { stream, isRead = false } = this.#source ?? {};
    return isRead || (stream !== undefined && isDisturbed(stream));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#read()).buffer;
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return await this.#read();
  }

  async text(): Promise<string> {
    return decodeUtf8(await this.#read());
  }

  async json(): Promise<unknown> {
    const value: unknown = JSON.parse(decodeUtf8(await this.#read()));
    return value;
  }

  async blob(): Promise<Blob> {
    return makeBlob(await this.#read(), this.#headers.get('content-type') ?? '');
  }

  async formData(): Promise<FormData> {
    const type = this.#headers.get('content-type') ?? '';
    const bytes = await this.#read();
    const boundary = /^multipart\/form-data\s*(?:;.*)?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(
      type,
    );
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark !== undefined) return readMultipart(bytes, mark);
    if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
      throw new TypeError(
        'Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".',
      );
    }
    const form = new FormData();
    for (const [name, value] of parseFormQuery(decodeUtf8(bytes))) form.append(name, value);
    return form;
  }

  #share(): BodySource | undefined {
    const source = this.#source;
    if (source === undefined) return undefined;
    this.#requireUnread('Body has already been consumed.');
    if (source.bytes !== undefined && source.stream === undefined) return { bytes: source.bytes };
    const [mine, other] = openStream(source).tee();
    this.#source = { stream: mine };
    return { stream: other };
  }

  #take(): BodySource | undefined {
    const source = this.#source;
    if (source === undefined) return undefined;
    this.#requireUnread('A Request whose body has been used cannot be used again.');
    this.#source = { ...source, isRead: true };
    return source;
  }

  #requireUnread(message: string): void {
    if (this.bodyUsed || this.#source?.stream?.locked) throw new TypeError(message);
  }

  async #read(): Promise<Uint8Array<ArrayBuffer>> {
    const source = this.#source;
    if (source === undefined) return new Uint8Array();
    this.#requireUnread('Body is unusable: Body has already been read');
    if (source.stream !== undefined) return await readStream(source.stream);
    source.isRead = true;
    return source.bytes?.slice() ?? new Uint8Array();
  }
}

function openStream(source: BodySource): ReadableStream {
  source.stream ??=
    source.isRead === true ? usedStream() : streamBytes(source.bytes ?? new Uint8Array());
  return source.stream;
}

/** What stands for a stream whose bytes were read without it. */
function usedStream(): ReadableStream {
  const stream = new ReadableStream();
  void stream.cancel();
  return stream;
}

/**
 * Reads all that a stream gives.
 *
 * @throws TypeError for pieces that are no bytes
 */
export async function readStream(stream: ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(pieces);
    if (value instanceof Uint8Array) pieces.push(value);
    else {
      const error = new TypeError('Received non-Uint8Array chunk');
      void reader.cancel(error);
      throw error;
    }
  }
}
