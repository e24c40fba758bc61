import {
  type Config,
  parseJson,
  RegistryError,
  ReservedNamesFileSchema,
  reservedNamesUrl,
} from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { fetchCached } from '../registry/fetch-cached.ts';
import { note } from '../render/note.ts';

/**
 * Reads the registry's reserved names; reports it where the registry doesn't publish them.
 *
 * @throws RegistryError `registry-not-one`, `registry-unreachable`, `registry-failed`
 */
export async function readReserved(
  config: Config,
  context: CommandContext,
): Promise<ReadonlySet<string>> {
  const url = reservedNamesUrl(config);
  const text = await fetchCached(url, context);
  if (text === null) {
    note(`Which names are reserved is not known: ${url} is not there`, context);
    return new Set();
  }
  const parsed = parseJson(ReservedNamesFileSchema, text);
  if (parsed.ok) return new Set(parsed.value.reserved);
  throw new RegistryError('registry-not-one', `${url} is not a list of reserved names`, {
    cause: parsed.reason,
  });
}
