import {
  type ChangedManifest,
  changeManifest,
  type Permission,
  type Proposal,
  proposeCategories,
  proposeCompat,
  proposeEngines,
  proposeName,
  proposeNoEmails,
  proposePermissions,
  proposeShapes,
  proposeVersion,
} from '@orchestra/core';
import { basename } from 'node:path';
import type { Foreign } from './read-foreign.ts';

/** What is known beside what its author wrote. */
export interface ForeignFacts {
  /** What its code uses; null where that isn't known, and then nothing is said of it. */
  used: readonly Permission[] | null;
  /** The name that it is to have. */
  name: string | undefined;
}

/** The manifest of an extension of another app as the registry takes it. Pure. */
export function changeForeign(
  foreign: Foreign,
  { used, name: chosen }: ForeignFacts,
): ChangedManifest {
  const { kind, changelog, directory } = foreign;
  const declare: Proposal[] =
    used === null ? [] : [(manifest) => proposePermissions(manifest, used)];
  return changeManifest(foreign.text, [
    proposeShapes,
    (manifest) => proposeName(manifest, { folder: basename(directory), chosen }),
    (manifest) => proposeVersion(manifest, changelog),
    (manifest) => proposeEngines(manifest, kind),
    (manifest) => proposeCompat(manifest, kind),
    proposeCategories,
    ...declare,
    proposeNoEmails,
  ]);
}
