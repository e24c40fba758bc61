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
 * Mends what can be mended without a decision of the author's: spelling, shapes of fields, the form of
 * the version, emails, and permissions that are not those of the code. Pure.
 *
 * @param analysis what the code uses; null where that isn't known, and then no permission is touched
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

/** Of the other kinds the registry maps categories by itself; what has no counterpart here is kept. */
function isNamedElsewhere({ raw, compat }: Manifest): boolean {
  const written = raw['categories'];
  return (
    compat === 'native' &&
    Array.isArray(written) &&
    written.length > 0 &&
    written.every((word) => typeof word === 'string' && mapCategory(word) != null)
  );
}

/** A permission that nobody knows is its author's to see to, and so is the list that it stands in. */
function proposeUsed(manifest: Manifest, analysis: Analysis): ManifestChange[] {
  const declared = manifest.permissions;
  const isKnown = declared.every((word) => permissions.some((known) => known === word));
  const wanted = needed(manifest, analysis);
  if (!isKnown || declared.length + wanted.length === 0) return [];
  return proposePermissions(manifest, wanted);
}

/**
 * What the code uses, and what is declared that it may use where nobody can tell. What is dangerous is
 * declared by its author alone.
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
