import { RegistryError, type RegistryErrorCode } from '@orchestra/core';

const down: ReadonlySet<RegistryErrorCode> = new Set<RegistryErrorCode>([
  'registry-unreachable',
  'registry-not-one',
  'registry-failed',
  'database-unreachable',
  'rate-limited',
  'busy',
]);

/** Says whether an API failed to answer, so that static files may; a refusal is an answer. */
export function isDown(error: unknown): error is RegistryError {
  return error instanceof RegistryError && down.has(error.code);
}
