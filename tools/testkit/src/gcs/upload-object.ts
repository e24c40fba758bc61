import { parseJson } from '@orchestra/core';
import { randomUUID } from 'node:crypto';
import * as Type from 'typebox';
import { type Answer, type Exchange, readBody } from './exchange.ts';
import { GcsError, invalid } from './gcs-error.ts';
import {
  checkPreconditions,
  describeObject,
  type GcsBucket,
  type GcsResource,
  writeObject,
} from './gcs-object.ts';

const ResourceSchema = Type.Object({
  contentType: Type.Optional(Type.String()),
  cacheControl: Type.Optional(Type.String()),
  contentEncoding: Type.Optional(Type.String()),
  metadata: Type.Optional(Type.Record(Type.String(), Type.String())),
  crc32c: Type.Optional(Type.String()),
  md5Hash: Type.Optional(Type.String()),
});

/** A resumable upload that has begun. */
interface Session {
  name: string;
  query: URLSearchParams;
  resource: GcsResource;
  received: Buffer;
  /** What was made of it, once all had arrived. */
  done: object | null;
}

/** Bytes of an upload are kept in whole pieces of this size. */
const pieceSize = 256 * 1024;

/** Answers what is sent to `/upload/storage/v1/b/<bucket>/o`. */
export class Uploads {
  readonly #sessions = new Map<string, Session>();

  async answer(bucket: GcsBucket, exchange: Exchange): Promise<Answer> {
    const { method, url } = exchange;
    const type = url.searchParams.get('uploadType');
    if (method === 'POST' && type === 'multipart') return this.#storeMultipart(bucket, exchange);
    if (method === 'POST' && type === 'resumable') return this.#begin(bucket, exchange);
    if (method === 'PUT' && type === 'resumable') return this.#goOn(bucket, exchange);
    throw invalid(`No upload: ${method} with uploadType=${type}`);
  }

  async #storeMultipart(bucket: GcsBucket, exchange: Exchange): Promise<Answer> {
    const query = exchange.url.searchParams;
    const type = exchange.request.headers['content-type'] ?? '';
    const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
    if (boundary === undefined) throw invalid(`No boundary in the content type ${type}`);
    const [first, second] = splitParts(await readBody(exchange), boundary);
    if (first === undefined || second === undefined) throw invalid('Expected two parts.');
    const resource = parseResource(first.body.toString('utf8'));
    const name = nameOf(query);
    const contentType = resource.contentType ?? second.contentType;
    const object = writeObject(bucket, {
      name,
      bytes: second.body,
      resource: { ...resource, ...(contentType === undefined ? {} : { contentType }) },
      query,
    });
    return { status: 200, body: describeObject(bucket, object) };
  }

  async #begin(bucket: GcsBucket, exchange: Exchange): Promise<Answer> {
    const query = exchange.url.searchParams;
    const name = nameOf(query);
    const resource = parseResource((await readBody(exchange)).toString('utf8') || '{}');
    checkPreconditions(bucket, { name, query });
    const type = exchange.request.headers['x-upload-content-type'];
    if (typeof type === 'string') resource.contentType ??= type;
    const id = randomUUID();
    this.#sessions.set(id, { name, query, resource, received: Buffer.alloc(0), done: null });
    const location = new URL(exchange.url.pathname, exchange.origin);
    location.search = new URLSearchParams({
      uploadType: 'resumable',
      name,
      upload_id: id,
    }).toString();
    return { status: 200, headers: { location: location.href } };
  }

  async #goOn(bucket: GcsBucket, exchange: Exchange): Promise<Answer> {
    const session = this.#sessions.get(exchange.url.searchParams.get('upload_id') ?? '');
    if (session === undefined) throw new GcsError(404, 'notFound', 'No such upload.');
    const range = parseRange(exchange.request.headers['content-range'] ?? '');
    const keep = (part: Buffer) => {
      if (range.start !== null) receive(session, { at: range.start, part });
      session.received = session.received.subarray(0, wholePieces(session.received.length));
    };
    const body = await readBody(exchange, keep);
    if (session.done !== null) return { status: 200, body: session.done };
    if (range.start !== null) receive(session, { at: range.start, part: body });
    const isLast = range.start === null ? session.received.length === range.total : range.isLast;
    if (!isLast) {
      session.received = session.received.subarray(0, wholePieces(session.received.length));
      return incomplete(session);
    }
    if (range.total !== null && range.total !== session.received.length) return incomplete(session);
    const sums = parseSums(exchange.request.headers['x-goog-hash']);
    const object = writeObject(bucket, {
      ...session,
      bytes: session.received,
      resource: { ...session.resource, ...sums },
    });
    session.done = describeObject(bucket, object);
    return { status: 200, body: session.done };
  }
}

function nameOf(query: URLSearchParams): string {
  const name = query.get('name');
  if (name === null || name === '' || Buffer.byteLength(name) > 1024) throw invalid('No name.');
  return name;
}

function parseResource(text: string): GcsResource {
  const parsed = parseJson(ResourceSchema, text);
  if (parsed.ok) return parsed.value;
  throw invalid(`Parse error: ${parsed.reason}`);
}

function splitParts(body: Buffer, boundary: string): { contentType?: string; body: Buffer }[] {
  const parts: { contentType?: string; body: Buffer }[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at !== -1;) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2); // between two line ends
    const end = part.indexOf('\r\n\r\n');
    const type = /^content-type: *(.+)$/im.exec(part.subarray(0, end).toString('latin1'))?.[1];
    const content = part.subarray(end + 4);
    parts.push({ body: content, ...(type === undefined ? {} : { contentType: type.trim() }) });
    at = next;
  }
  return parts;
}

/** `bytes 0-99/200`, `bytes 0-99/*`, `bytes 0-*` + `/*` (to the end of the body), `bytes *` + `/200`. */
function parseRange(header: string): {
  start: number | null;
  total: number | null;
  isLast: boolean;
} {
  const match = /^bytes (?:\*|(\d+)-(\d+|\*))\/(\d+|\*)$/.exec(header);
  if (match === null) throw invalid(`Failed to parse Content-Range header: ${header}`);
  const [, start, end, total] = match;
  const size = total === '*' ? null : Number(total);
  const isLast = end === '*' || (size !== null && Number(end) === size - 1);
  return { start: start === undefined ? null : Number(start), total: size, isLast };
}

/** Takes what goes on from what is there; what was received before stays. */
function receive(session: Session, { at, part }: { at: number; part: Buffer }): void {
  const known = session.received.length;
  if (at > known) throw new GcsError(503, 'backendError', `Expected bytes from ${known}.`);
  if (at + part.length <= known) return;
  session.received = Buffer.concat([session.received, part.subarray(known - at)]);
}

function wholePieces(length: number): number {
  return length - (length % pieceSize);
}

function incomplete({ received }: Session): Answer {
  const range = received.length === 0 ? {} : { range: `bytes=0-${received.length - 1}` };
  return { status: 308, headers: range };
}

function parseSums(header: string | string[] | undefined): GcsResource {
  const text = Array.isArray(header) ? header.join() : (header ?? '');
  const sum = (name: string) => new RegExp(`(?:^|,)\\s*${name}=([^,\\s]+)`).exec(text)?.[1];
  const [crc, md5] = [sum('crc32c'), sum('md5')];
  return {
    ...(crc === undefined ? {} : { crc32c: crc }),
    ...(md5 === undefined ? {} : { md5Hash: md5 }),
  };
}
