import { type ApiServer, matchesTag } from '@orchestra/api-server';
import { entryPath, NameSchema, parseValue, RegistryError } from '@orchestra/core';
import type { GitIndex } from '@orchestra/registry';
import { createHash } from 'node:crypto';

/**
 * Serves `/index/gi/t-/git-lens.json` and `/reserved-names.json` from the current commit of the index, with
 * an ETag.
 */
export function serveIndex(server: ApiServer, index: GitIndex): void {
  serveText(server, { url: '/index/*', read: (path) => readEntryText(index, path) });
  serveText(server, { url: '/reserved-names.json', read: () => readReserved(index) });
}

function serveText(
  server: ApiServer,
  { url, read }: { url: string; read: (path: string) => Promise<string> },
): void {
  server.get(url, { schema: { hide: true } }, async (request, reply) => {
    const text = await read(new URL(request.url, 'http://localhost').pathname);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply.header('cache-control', 'no-cache').header('etag', etag);
    if (matchesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

async function readEntryText(index: GitIndex, path: string): Promise<string> {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
  const named = parseValue(NameSchema, name).ok && path === `/index/${entryPath(name)}`;
  const snapshot = await index.snapshot();
  const text = named ? await snapshot.readFile(`extensions/${entryPath(name)}`) : null;
  if (text !== null) return text;
  throw new RegistryError('extension-unknown', `The index has no entry at ${path}`, {
    hint: 'Entries stand at /index/gi/t-/git-lens.json.',
  });
}

async function readReserved(index: GitIndex): Promise<string> {
  const snapshot = await index.snapshot();
  const text = await snapshot.readFile('reserved-names.json');
  if (text !== null) return text;
  throw new RegistryError('not-found', 'The index has no reserved-names.json');
}
