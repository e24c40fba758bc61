import { parseConfig } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { readCached } from './read-cached.ts';

/**
 * The API of a registry from the cached `config.json`, without a request.
 *
 * @param registry base URL
 * @returns null where the registry has no API, or was never contacted
 */
export async function findKnownApi(
  registry: string,
  context: Pick<CommandContext, 'home'>,
): Promise<string | null> {
  const url = `${registry}/config.json`;
  const cached = await readCached(url, context);
  return cached === null ? null : parseConfig(cached.body, { url }).api;
}
