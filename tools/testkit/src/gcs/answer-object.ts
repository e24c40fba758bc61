import { parseJson } from '@orchestra/core';
import { gunzipSync } from 'node:zlib';
import * as Type from 'typebox';
import { type Answer, type Exchange, readBody } from './exchange.ts';
import { GcsError, invalid, noSuchObject } from './gcs-error.ts';
import {
  checkPreconditions,
  describeObject,
  etagOf,
  findObject,
  type GcsBucket,
  type GcsObject,
} from './gcs-object.ts';

const PatchSchema = Type.Object({
  contentType: Type.Optional(Type.String()),
  cacheControl: Type.Optional(Type.String()),
  metadata: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]))),
});

/** Answers what is asked of one object: `/storage/v1/b/<bucket>/o/<name>`. */
export async function answerObject(
  bucket: GcsBucket,
  { name, exchange }: { name: string; exchange: Exchange },
): Promise<Answer> {
  const query = exchange.url.searchParams;
  const object = findObject(bucket, { name, query });
  checkPreconditions(bucket, { name, query });
  switch (exchange.method) {
    case 'GET':
      return query.get('alt') === 'media'
        ? sendMedia(object, exchange)
        : { status: 200, body: describeObject(bucket, object) };
    case 'PATCH':
      return { status: 200, body: describeObject(bucket, await patch(object, exchange)) };
    case 'DELETE':
      bucket.objects.delete(name);
      return { status: 204 };
    default:
      throw new GcsError(405, 'methodNotAllowed', `${exchange.method} is not allowed`);
  }
}

/** Answers `/<bucket>/<name>` as the public URL of an object does. */
export function answerPublic(
  bucket: GcsBucket,
  { name, exchange }: { name: string; exchange: Exchange },
): Answer {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD')
    throw new GcsError(405, 'methodNotAllowed', `${exchange.method} is not allowed`);
  const object = bucket.objects.get(name);
  if (object === undefined) throw noSuchObject(bucket.name, name);
  return sendMedia(object, exchange);
}

async function patch(object: GcsObject, exchange: Exchange): Promise<GcsObject> {
  const parsed = parseJson(PatchSchema, (await readBody(exchange)).toString('utf8'));
  if (!parsed.ok) throw invalid(`Parse error: ${parsed.reason}`);
  const { metadata = {}, ...fields } = parsed.value;
  Object.assign(object, fields);
  for (const [key, value] of Object.entries(metadata)) {
    if (value === null) delete object.metadata[key];
    else object.metadata[key] = value;
  }
  object.metageneration += 1;
  object.updated = new Date();
  return object;
}

function sendMedia(object: GcsObject, { request }: Exchange): Answer {
  const etag = `"${etagOf(object)}"`;
  const custom = Object.entries(object.metadata).map(
    ([key, value]) => [`x-goog-meta-${key}`, value] as const,
  );
  const headers = {
    'content-type': object.contentType,
    'cache-control': object.cacheControl,
    etag,
    'last-modified': object.updated.toUTCString(),
    'accept-ranges': 'bytes',
    'x-goog-generation': String(object.generation),
    'x-goog-hash': `crc32c=${object.crc32c},md5=${object.md5Hash}`,
    'x-goog-stored-content-encoding': object.contentEncoding || 'identity',
    'x-goog-stored-content-length': String(object.bytes.length),
    ...Object.fromEntries(custom),
  };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  if (object.contentEncoding === 'gzip') return sendCompressed(object, { request, headers });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range === null) return { status: 200, headers, body: object.bytes };
  const size = object.bytes.length;
  const start = Number(range[1]);
  const end = Math.min(range[2] === '' ? size - 1 : Number(range[2]), size - 1);
  if (start > end)
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: Buffer.alloc(0) };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${size}` },
    body: object.bytes.subarray(start, end + 1),
  };
}

/** Source: https://cloud.google.com/storage/docs/transcoding */
function sendCompressed(
  { bytes }: GcsObject,
  { request, headers }: Pick<Exchange, 'request'> & { headers: Record<string, string> },
): Answer {
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return takesGzip
    ? { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: bytes }
    : { status: 200, headers, body: gunzipSync(bytes) };
}
