import { RegistryError } from '@orchestra/core';
import { findInstallTarget, type Queryable } from '@orchestra/db';
import { extensionUnknown } from '../reviews/require-extension.ts';

/**
 * Finds the extension for a report about a version, which may be yanked.
 *
 * @returns the id of its row
 * @throws RegistryError `extension-unknown`, `version-unknown`
 */
export async function requireInstallTarget(
  database: Queryable,
  of: { name: string; version: string },
): Promise<number> {
  const target = await findInstallTarget(database, of);
  if (target === null) throw extensionUnknown(of.name);
  if (target.hasVersion) return target.extensionId;
  throw new RegistryError('version-unknown', `'${of.name}' has no version ${of.version}`, {
    hint: `See which there are: GET /api/v1/extensions/${of.name}/versions`,
  });
}
