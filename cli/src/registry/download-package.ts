import { type IndexVersion, RegistryError } from '@orchestra/core';
import { createHash } from 'node:crypto';
import type { CommandContext } from '../command.ts';
import { request, unreachable } from './request.ts';

/** A package to download: its URL, size and digest in the index. */
export interface Download {
  url: string;
  version: Pick<IndexVersion, 'sha256' | 'size'>;
}

/**
 * Downloads a package while hashing it, and refuses one that doesn't match the index. Keeps no more bytes
 * than the index says.
 *
 * @throws RegistryError `blob-missing`, `digest-mismatch`, `registry-unreachable`
 */
export async function downloadPackage(
  { url, version }: Download,
  context: CommandContext,
): Promise<Buffer> {
  const response = await request(url, { context });
  if (!response.ok || response.body === null) {
    throw new RegistryError('blob-missing', `${url} answers ${response.status}`, {
      hint: 'The index names a package that is not there: tell the operator of the registry.',
    });
  }
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > version.size) break; // too large for the expected package
      hash.update(chunk);
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreachable(url, error);
  }
  const sha256 = hash.digest('hex');
  if (size === version.size && sha256 === version.sha256) return Buffer.concat(chunks, size);
  const found = size > version.size ? 'more' : `${size} bytes with SHA-256 ${sha256}`;
  throw new RegistryError(
    'digest-mismatch',
    `${url}: expected ${version.size} bytes with SHA-256 ${version.sha256}; found ${found}`,
    { hint: 'Nothing was unpacked. Try again; if it goes on, tell the operator of the registry.' },
  );
}
