import { type Analysis, type IndexVersion, RegistryError } from '@orchestra/core';
import { parseAnalysis } from '@orchestra/code-analysis';
import { sha256Hex } from '@orchestra/core/node';
import type { RegistryClient } from './registry-client.ts';

/** Path of the analysis among the docs of a version. */
const path = 'permissions.json';

/**
 * Reads the analysis that the registry made when a version was published.
 *
 * @returns null for a version that was published without one
 * @throws RegistryError `blob-missing`, `digest-mismatch`, `registry-unreachable`, `registry-failed`
 */
export async function readAnalysis(
  { name, version }: { name: string; version: IndexVersion },
  client: Pick<RegistryClient, 'readDoc'>,
): Promise<Analysis | null> {
  const expected = version.docs[path];
  if (expected === undefined) return null;
  const text = await client.readDoc({ name, version: version.version, path });
  if (text === null) throw new RegistryError('blob-missing', `${path} is missing`);
  const found = sha256Hex(Buffer.from(text));
  if (found !== expected) {
    const message = `Expected ${path} with SHA-256 ${expected}; found ${found}`;
    throw new RegistryError('digest-mismatch', message);
  }
  return parseAnalysis(text);
}
