import { RegistryError } from '@orchestra/core';
import { findExtensionId, type Queryable } from '@orchestra/db';

/**
 * Finds the id of an extension's row.
 *
 * @throws RegistryError `extension-unknown`
 */
export async function requireExtension(database: Queryable, name: string): Promise<number> {
  const id = await findExtensionId(database, name);
  if (id !== null) return id;
  throw extensionUnknown(name);
}

/** The error for a name that no extension has. */
export function extensionUnknown(name: string): RegistryError {
  return new RegistryError('extension-unknown', `No extension is called '${name}'`, {
    hint: 'Check the name, or search: GET /api/v1/extensions?q=…',
  });
}
