import { RegistryError, type RegistryErrorCode } from '@orchestra/core';

/**
 * True for a failure that a retry can't fix: the submission is wrong or not allowed. Other failures (network,
 * rate limits, tokens, bugs) may be fixed without its author.
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
