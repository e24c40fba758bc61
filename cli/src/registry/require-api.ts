import { type Config, RegistryError } from '@orchestra/core';

/**
 * The base URL of the registry's API.
 *
 * @param why.to purpose, for the message: `sign in to`
 * @throws RegistryError `registry-failed` for a registry without one
 */
export function requireApi(
  config: Pick<Config, 'api' | 'name'>,
  why: { to: string; hint: string },
): string {
  if (config.api !== null) return config.api;
  throw new RegistryError('registry-failed', `${config.name} has no API to ${why.to}`, {
    hint: why.hint,
  });
}
