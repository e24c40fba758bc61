import { RegistryError, type RegistryErrorCode } from '@orchestra/core';

/**
 * True for a failure that another attempt can't end otherwise: what was submitted is wrong, or may not
 * be done. Everything else (a network, a limit, a token, a bug of ours) may be mended without its author.
 */
export function isFinal(error: unknown): error is RegistryError {
  return error instanceof RegistryError && final.has(error.code);
}

const final: ReadonlySet<RegistryErrorCode> = new Set([
  'problems-found',
  'package-invalid',
  'source-unusable',
  'source-pinned',
  'digest-mismatch',
  'name-taken',
  'name-near',
  'name-mismatch',
  'not-an-owner',
  'version-exists',
  'version-unknown',
  'version-quarantined',
  'extension-unknown',
  'blob-conflict',
  'usage',
]);
