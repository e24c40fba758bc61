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

/** Facts about an extension from outside of its manifest. */
export interface ForeignFacts {
  /** Permissions that the code uses; null where that is unknown, so that none are declared. */
  used: readonly Permission[] | null;
  /** False where the code may use others as well. */
  isWhole?: boolean;
  /** The name to give it; undefined keeps its own or the nearest valid one. */
  name: string | undefined;
}

/** Changes the manifest of another app's extension so that the registry accepts it. Pure. */
export function changeForeign(
  foreign: Foreign,
  { used, isWhole = true, name: chosen }: ForeignFacts,
): ChangedManifest {
  const { kind, changelog, directory } = foreign;
  const declare: Proposal[] =
    used === null ? [] : [(manifest) => proposePermissions(manifest, used, { isWhole })];
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
