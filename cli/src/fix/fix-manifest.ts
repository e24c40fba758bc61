import {
  type Analysis,
  type ChangedManifest,
  changeManifest,
  type Manifest,
  type ManifestChange,
  mapCategory,
  type Permission,
  permissions,
  permissionTexts,
  type Proposal,
  proposeCategories,
  proposeEngines,
  proposeNoEmails,
  proposePermissions,
  proposeShapes,
  proposeVersion,
} from '@orchestra/core';
import { proposeSpelling } from './propose-spelling.ts';

/**
 * Fixes what needs no decision by the author: spelling, shapes of fields, the form of the version, emails,
 * and permissions that don't match the code. Pure.
 *
 * @param analysis of the code; null where it is unknown, so that permissions aren't changed
 */
export function fixManifest(text: string, analysis: Analysis | null): ChangedManifest {
  const declare: Proposal[] =
    analysis === null ? [] : [(manifest) => proposeUsed(manifest, analysis)];
  return changeManifest(text, [
    proposeShapes,
    proposeSpelling,
    (manifest) => (manifest.version === undefined ? [] : proposeVersion(manifest, '')),
    (manifest) => (manifest.compat === 'native' ? proposeEngines(manifest, 'native') : []),
    (manifest) => (isNamedElsewhere(manifest) ? proposeCategories(manifest) : []),
    ...declare,
    proposeNoEmails,
  ]);
}

/**
 * True where all categories of a native extension are other apps' names that map to the registry's. In the
 * other kinds such names are kept, because the registry maps them by itself.
 */
function isNamedElsewhere({ raw, compat }: Manifest): boolean {
  const written = raw['categories'];
  return (
    compat === 'native' &&
    Array.isArray(written) &&
    written.length > 0 &&
    written.every((word) => typeof word === 'string' && mapCategory(word) != null)
  );
}

/** Proposes the used permissions. A list with an unknown permission is left to its author. */
function proposeUsed(manifest: Manifest, analysis: Analysis): ManifestChange[] {
  const declared = manifest.permissions;
  const isKnown = declared.every((word) => permissions.some((known) => known === word));
  const wanted = needed(manifest, analysis);
  if (!isKnown || declared.length + wanted.length === 0) return [];
  return proposePermissions(manifest, wanted);
}

/**
 * The permissions to declare: those that the code uses, and declared ones that unresolved code may use. A
 * dangerous permission is never added: its author has to declare it.
 */
function needed(manifest: Manifest, { permissions: used, unresolved }: Analysis): Permission[] {
  const uses = new Set(used.map(({ permission }) => permission));
  const maybe = new Set(unresolved.flatMap((code) => code.permissions));
  return permissions.filter((permission) => {
    const isDeclared = manifest.permissions.includes(permission);
    if (permissionTexts[permission].dangerous && !isDeclared) return false;
    return uses.has(permission) || (isDeclared && maybe.has(permission));
  });
}
