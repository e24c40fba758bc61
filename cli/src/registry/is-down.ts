import { RegistryError, type RegistryErrorCode } from '@orchestra/core';

const down: ReadonlySet<RegistryErrorCode> = new Set<RegistryErrorCode>([
  'registry-unreachable',
  'registry-not-one',
  'registry-failed',
  'database-unreachable',
  'rate-limited',
  'busy',
]);

/**
 * True where an API failed to answer, so that static files may be used instead. A refusal counts as an
 * answer.
 */
export function isDown(error: unknown): error is RegistryError {
  return error instanceof RegistryError && down.has(error.code);
}
