import { docKey } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { type BlobStore, memoryBlobStore } from '@orchestra/registry';

/** Documents that a test's versions have. */
export interface TestDocs {
  blobs: BlobStore;
  /** Stores documents of a version. @returns what its line in the index says of them */
  put(
    name: string,
    version: string,
    files: Record<string, string | object>,
  ): Promise<Record<string, string>>;
}

/** Makes a store for documents. */
export function makeDocs(): TestDocs {
  const blobs = memoryBlobStore();
  return {
    blobs,
    put: async (name, version, files) => {
      const docs: Record<string, string> = {};
      for (const [path, content] of Object.entries(files)) {
        const bytes = Buffer.from(
          typeof content === 'string' ? content : `${JSON.stringify(content)}\n`,
        );
        const sha256 = sha256Hex(bytes);
        docs[path] = sha256;
        const key = docKey(name, version, { path });
        await blobs.put({ key, sha256, size: bytes.length, contentType: 'text/plain' }, bytes);
      }
      return docs;
    },
  };
}
