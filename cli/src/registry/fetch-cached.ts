import { RegistryError } from '@orchestra/core';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CommandContext } from '../command.ts';
import { cacheFile, readCached } from './read-cached.ts';
import { readText, request } from './request.ts';

/** Size limit in bytes: an entry with thousands of versions has a few MiB. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Fetches a small file of the registry. A cached copy is revalidated by its ETag.
 *
 * @returns null where there is none
 * @throws RegistryError `registry-unreachable`, `registry-failed`, `registry-not-one`
 */
export async function fetchCached(url: string, context: CommandContext): Promise<string | null> {
  const cached = await readCached(url, context);
  const headers = cached === null ? {} : { 'if-none-match': cached.etag };
  const response = await request(url, { context, init: { headers } });
  if (response.status === 304 && cached !== null) return cached.body;
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) {
    throw new RegistryError('registry-failed', `${url} answers ${response.status}`, {
      hint: 'Try again; if it goes on, tell the operator of the registry.',
    });
  }
  const body = await readText(response, maxBytes);
  const etag = response.headers.get('etag');
  if (etag !== null) {
    // written in the background: a cache that isn't written or gets lost only costs time
    void replaceFile(cacheFile(url, context), JSON.stringify({ url, etag, body })).catch(() => {});
  }
  return body;
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, text);
  await rename(temporary, file);
}
