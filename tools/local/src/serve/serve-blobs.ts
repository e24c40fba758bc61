import type { ApiServer } from '@orchestra/api-server';
import { RegistryError } from '@orchestra/core';
import type { BlobStore } from '@orchestra/registry';

/** URL paths of the kinds of blobs. */
const places = { '/packages/': 'packages/', '/docs-files/': 'docs/' } as const;

/**
 * Serves packages and docs files as immutable, with their media types, and with headers that keep scripts in
 * them from running.
 */
export function serveBlobs(server: ApiServer, blobs: BlobStore): void {
  for (const [prefix, folder] of Object.entries(places)) {
    server.get(`${prefix}*`, { schema: { hide: true } }, async (request, reply) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const path = decode(pathname.slice(prefix.length));
      const found = path === null ? null : await blobs.open(`${folder}${path}`);
      if (found === null) {
        throw new RegistryError('not-found', `Nothing is stored at ${pathname}`);
      }
      return reply
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'content-length': found.facts.size,
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'cross-origin',
          'last-modified': found.facts.storedAt.toUTCString(),
        })
        .type(found.facts.contentType)
        .send(found.stream);
    });
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
