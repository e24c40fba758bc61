import { docKey, RegistryError } from '@orchestra/core';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '../blobs/blob-store.ts';
import { maxDocBytes, type ReadDoc } from './read-doc.ts';

/** Makes a reader that takes documents from a blob store. */
export function readStoredDoc(blobs: BlobStore): ReadDoc {
  return async ({ name, version, path }) => {
    const found = await blobs.open(docKey(name, version, { path }));
    if (found === null) return null;
    if (found.facts.size <= maxDocBytes) return buffer(found.stream);
    found.stream.destroy();
    throw new RegistryError(
      'body-too-large',
      `Expected at most ${maxDocBytes} bytes; found ${found.facts.size}`,
    );
  };
}
