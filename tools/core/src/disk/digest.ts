import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { RegistryError } from '../problems/registry-error.ts';

/** SHA-256 in lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of a file in lower-case hex, read as a stream. */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** The `Content-Digest` header of a body. Source: RFC 9530, section 2. */
export function formatContentDigest(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}

/**
 * Reads the SHA-256 out of a `Content-Digest` header, in lower-case hex.
 *
 * @throws RegistryError `digest-missing` where there is none, `body-invalid` where it can't be read
 */
export function parseContentDigest(header: string | undefined): string {
  const hint = 'Send Content-Digest: sha-256=:<base64 of the SHA-256>:';
  const member = (header ?? '').split(',').find((part) => /^\s*sha-256\s*=/i.test(part));
  if (member === undefined) {
    throw new RegistryError(
      'digest-missing',
      'Expected a Content-Digest with sha-256; found none',
      {
        hint,
      },
    );
  }
  const encoded = /^\s*sha-256\s*=\s*:([A-Za-z0-9+/]{43}=):\s*$/i.exec(member)?.[1];
  if (encoded === undefined) {
    throw new RegistryError(
      'body-invalid',
      `Can't read the Content-Digest '${member.trim().slice(0, 100)}'`,
      {
        hint,
      },
    );
  }
  return Buffer.from(encoded, 'base64').toString('hex');
}
