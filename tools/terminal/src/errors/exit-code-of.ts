import { RegistryError } from '@orchestra/core';

/** The exit code for an error: 1 for an expected failure, 2 for a bug. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof RegistryError ? 1 : 2;
}
