import { RegistryError } from '../problems/registry-error.ts';
import type { IndexEntry, IndexVersion } from '../schema/index-entry.ts';

/**
 * Finds a package among the published versions.
 *
 * @param entry null where the name is new
 * @returns null where the version is new
 * @throws RegistryError `version-exists` where other bytes are published under this version, since a
 *   version is never overwritten, or where a published version differs only by case
 */
export function findPublished(
  of: { name: string; version: string; sha256: string },
  entry: IndexEntry | null,
): IndexVersion | null {
  const { name, version, sha256 } = of;
  const published = entry?.versions.find(
    (known) => known.version.toLowerCase() === version.toLowerCase(),
  );
  if (published === undefined) return null;
  if (published.version !== version) throw onlyByCase(of, published);
  if (published.sha256 === sha256) return published;
  throw new RegistryError(
    'version-exists',
    `${name} ${version} is published already, with SHA-256 ${published.sha256}; this package has ${sha256}`,
    {
      hint: 'A version is never overwritten: raise the version in package.json and publish again.',
    },
  );
}

/** True where two versions differ only by case: on some file systems their files would collide. */
function onlyByCase(
  { name, version }: { name: string; version: string },
  published: IndexVersion,
): RegistryError {
  return new RegistryError(
    'version-exists',
    `${name} ${version} differs from ${published.version}, which is published already, only by case`,
    { hint: 'Raise the version in package.json and publish again.' },
  );
}
