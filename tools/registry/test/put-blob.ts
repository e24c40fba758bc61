import { openBlobStore } from '../src/blobs/open-blob-store.ts';
import { makeBlob, makeBytes } from './make-blob.ts';

// Stores a blob in a bucket, and prints the size that it has there.
// Run as: node put-blob.ts ENDPOINT LOCATION SIZE [authenticate]
const [endpoint = '', location = '', size = '', authenticate] = process.argv.slice(2);
const bytes = makeBytes(Number(size));
const store = await openBlobStore(location, {
  endpoint,
  authenticate: authenticate !== undefined,
});
const blob = makeBlob(bytes);
await store.put(blob, bytes);
const found = await store.open(blob.key);
let read = 0;
for await (const chunk of found?.stream ?? []) read += chunk.length;
process.stdout.write(`${read}\n`);
