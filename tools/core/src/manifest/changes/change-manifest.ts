import { editManifest } from '../edit-manifest.ts';
import type { Manifest } from '../manifest.ts';
import { parseManifest } from '../parse-manifest.ts';
import type { ManifestChange } from './manifest-change.ts';
import { valueAt } from './value-at.ts';

/** A rule that proposes changes to a manifest. It sees the manifest as the rules before it changed it. */
export type Proposal = (manifest: Manifest) => ManifestChange[];

/** One changed field of a manifest: the old value, the new value and the reason. */
export interface ChangedField {
  /** JSON pointer of the field. */
  path: string;
  /** The old value; undefined where the field is new. */
  found: unknown;
  /** The new value; undefined where the field was removed. */
  value: unknown;
  reason: string;
}

/** A manifest's new text, and the list of changes that were made to it. */
export interface ChangedManifest {
  text: string;
  changes: ChangedField[];
}

/**
 * Applies proposals to the text of a manifest, one after the other. Text that isn't a manifest is returned
 * unchanged.
 */
export function changeManifest(before: string, proposals: readonly Proposal[]): ChangedManifest {
  const changes: ChangedField[] = [];
  let text = before;
  for (const propose of proposals) {
    const { manifest } = parseManifest(text);
    if (manifest === null) continue;
    const proposed = propose(manifest);
    text = editManifest(text, proposed);
    changes.push(...proposed.map((change) => describe(change, manifest)));
  }
  return { text, changes };
}

function describe({ path, value, reason }: ManifestChange, { raw }: Manifest): ChangedField {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { path: `/${parts.join('/')}`, found: valueAt(raw, path), value, reason };
}
