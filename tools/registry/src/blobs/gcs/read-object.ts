import { CRC32C } from '@google-cloud/storage';
import { RegistryError } from '@orchestra/core';
import { Readable } from 'node:stream';
import type { ConnectedBucket } from './connect-bucket.ts';
import { explainGcsError } from './explain-gcs-error.ts';
import type { ObjectFacts } from './object-facts.ts';
import { attemptsAfter, pause } from './retry-transient.ts';

/**
 * Streams an object's bytes, and continues after a broken connection.
 *
 * @throws RegistryError `digest-mismatch` at the end, where the bytes don't match the object's checksum;
 *   `storage-unreachable` and its like
 */
export async function* readObject(
  connected: ConnectedBucket,
  { name, facts }: { name: string; facts: ObjectFacts },
): AsyncGenerator<Buffer> {
  const { bucket, patience } = connected;
  const { generation } = facts;
  const crc32c = new CRC32C();
  let offset = 0;
  for (let nth = 1; offset < facts.size; nth += 1) {
    try {
      for await (const chunk of await fetchMedia(connected, { name, generation, offset })) {
        crc32c.update(chunk);
        offset += chunk.length;
        nth = 0; // it makes progress
        yield chunk;
      }
      if (offset < facts.size) throw new Error('Premature close');
    } catch (error) {
      if (nth >= attemptsAfter(error, patience))
        throw explainGcsError(error, { bucket: bucket.name });
    }
    if (offset < facts.size) await pause(Math.max(nth, 1), patience);
  }
  if (crc32c.toString() === facts.crc32c) return;
  throw new RegistryError(
    'digest-mismatch',
    `${facts.key} should have CRC-32C ${facts.crc32c}; ${crc32c.toString()} was received`,
    { hint: 'Try again: what was received is of no use.' },
  );
}

/**
 * Requests an object's bytes from an offset on. Doesn't use the client's own streams, which print a warning
 * at each use on Node 24.
 */
async function fetchMedia(
  { bucket, patience, authorize }: ConnectedBucket,
  { name, generation, offset }: { name: string; generation: string; offset: number },
): Promise<AsyncIterable<Buffer>> {
  const path = `/storage/v1/b/${bucket.name}/o/${encodeURIComponent(name)}`;
  const url = new URL(`${path}?alt=media&generation=${generation}`, bucket.storage.apiEndpoint);
  const headers = await authorize(url.href);
  headers.set('range', `bytes=${offset}-`);
  headers.set('accept-encoding', 'identity');
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(patience.attemptMs) });
  if (response.status !== 206 || response.body === null) {
    const { status } = response;
    throw Object.assign(new Error(await response.text()), { status });
  }
  return Readable.fromWeb(response.body);
}
