import { type Catalog, type ExtensionDetails, RegistryError } from '@orchestra/core';

/**
 * Finds an extension for a route that needs one.
 *
 * @throws RegistryError `extension-unknown`
 */
export async function findExtension(catalog: Catalog, name: string): Promise<ExtensionDetails> {
  const found = await catalog.find(name);
  if (found !== null) return found;
  throw new RegistryError('extension-unknown', `No extension is called '${name}'`, {
    hint: 'Check the name, or search: GET /api/v1/extensions?q=…',
  });
}
