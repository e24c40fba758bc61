import { RegistryError } from '@orchestra/core';

/** How a program ends that failed: 1 for what can be expected, 2 for a bug. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof RegistryError ? 1 : 2;
}
