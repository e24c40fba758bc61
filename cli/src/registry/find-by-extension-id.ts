import { type IndexEntry, isExtensionOf, namesOfExtensionId } from '@orchestra/core';
import type { RegistryClient } from './registry-client.ts';

/**
 * Finds the extension of the registry that VS Code calls `publisher.name`.
 *
 * @returns null where the registry has none, or nothing of it is offered
 */
export async function findByExtensionId(
  id: string,
  client: Pick<RegistryClient, 'findEntry'>,
): Promise<IndexEntry | null> {
  for (const name of namesOfExtensionId(id)) {
    const entry = await client.findEntry(name);
    if (entry !== null && isExtensionOf(id, entry)) return entry;
  }
  return null;
}
