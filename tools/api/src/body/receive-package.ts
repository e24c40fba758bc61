import { RegistryError } from '@orchestra/core';
import { parseContentDigest } from '@orchestra/core/node';
import type { FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { receiveBody } from './receive-body.ts';

/** Time limit in milliseconds: enough for 20 MiB at 80 KiB a second. */
const withinMs = 4 * 60_000;

/** A package that was received completely, in a file that is deleted on disposal. */
export interface ReceivedPackage extends AsyncDisposable {
  file: string;
  /** SHA-256 of the file, checked against the one that the client sent. */
  sha256: string;
  /** Size in bytes. */
  size: number;
}

/**
 * Streams the body of a publish to a temporary file, while counting and hashing it.
 *
 * @param to.maxBytes size limit, counted while streaming, whatever `Content-Length` says
 * @throws RegistryError `media-type-unsupported`, `digest-missing`, `digest-mismatch`, `body-too-large`,
 *   `body-timeout` or `body-incomplete`; the file is deleted then
 */
export async function receivePackage(
  request: FastifyRequest,
  to: { directory: string; maxBytes: number },
): Promise<ReceivedPackage> {
  const expected = parseContentDigest(header(request, 'content-digest'));
  if (Number(request.headers['content-length'] ?? 0) > to.maxBytes) throw tooLarge(to.maxBytes);

  const file = join(to.directory, `upload-${randomUUID()}.tar.gz`);
  const remove = () => rm(file, { force: true });
  try {
    const { sha256, size } = await spool(request, { file, maxBytes: to.maxBytes });
    if (sha256 !== expected) {
      throw new RegistryError(
        'digest-mismatch',
        `The body has SHA-256 ${sha256}; Content-Digest says ${expected}`,
        { hint: 'The package was changed on its way: publish again.' },
      );
    }
    return { file, sha256, size, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function spool(
  request: FastifyRequest,
  to: { file: string; maxBytes: number },
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await using file = await open(to.file, 'wx', 0o600);
  for await (const bytes of receiveBody(request, { withinMs })) {
    size += bytes.length;
    if (size > to.maxBytes) throw tooLarge(to.maxBytes);
    hash.update(bytes);
    await file.writeFile(bytes);
  }
  return { sha256: hash.digest('hex'), size };
}

function tooLarge(maxBytes: number): RegistryError {
  return new RegistryError('body-too-large', `A package has at most ${maxBytes} bytes`, {
    hint: 'Leave out what users do not need: `orchestra ext pack` lists every file with its size.',
  });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
