import type { Answer } from './exchange.ts';
import { invalid } from './gcs-error.ts';
import { describeObject, type GcsBucket } from './gcs-object.ts';

/** Answers `/storage/v1/b/<bucket>/o`: objects by name, a page at a time. */
export function listObjects(bucket: GcsBucket, query: URLSearchParams): Answer {
  const prefix = query.get('prefix') ?? '';
  const size = Number(query.get('maxResults') ?? 1000);
  if (!Number.isInteger(size) || size < 1) throw invalid(`Invalid maxResults: ${size}`);
  const token = query.get('pageToken');
  const after = token === null ? '' : Buffer.from(token, 'base64').toString('utf8');
  const waiting = [...bucket.objects.values()]
    .filter(({ name }) => name.startsWith(prefix) && compareNames(name, after) > 0)
    .toSorted((one, other) => compareNames(one.name, other.name));
  const page = waiting.slice(0, Math.min(size, 1000));
  const last = page.at(-1);
  const isMore = last !== undefined && page.length < waiting.length;
  return {
    status: 200,
    body: {
      kind: 'storage#objects',
      ...(page.length === 0 ? {} : { items: page.map((object) => describeObject(bucket, object)) }),
      ...(isMore ? { nextPageToken: Buffer.from(last.name).toString('base64') } : {}),
    },
  };
}

/** By the bytes of their UTF-8. */
function compareNames(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
