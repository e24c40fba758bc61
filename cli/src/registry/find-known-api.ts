import { parseConfig } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { readCached } from './read-cached.ts';

/**
 * The API of a registry as far as this machine knows it, without asking.
 *
 * @param registry base URL
 * @returns null where it has none, or was never asked
 */
export async function findKnownApi(
  registry: string,
  context: Pick<CommandContext, 'home'>,
): Promise<string | null> {
  const url = `${registry}/config.json`;
  const cached = await readCached(url, context);
  return cached === null ? null : parseConfig(cached.body, { url }).api;
}
