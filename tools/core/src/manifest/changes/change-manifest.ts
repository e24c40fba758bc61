import { editManifest } from '../edit-manifest.ts';
import type { Manifest } from '../manifest.ts';
import { parseManifest } from '../parse-manifest.ts';
import type { ManifestChange } from './manifest-change.ts';
import { valueAt } from './value-at.ts';

/** Proposes changes to a manifest as the proposals before it left it. */
export type Proposal = (manifest: Manifest) => ManifestChange[];

/** What was changed: from what, to what, and why. */
export interface ChangedField {
  /** JSON pointer of the field. */
  path: string;
  /** Undefined where it wasn't there. */
  found: unknown;
  /** Undefined where it was taken out. */
  value: unknown;
  reason: string;
}

/** The text of a manifest with everything changed that was proposed. */
export interface ChangedManifest {
  text: string;
  changes: ChangedField[];
}

/** Carries out proposals, one after the other; text that isn't a manifest stays as it is. */
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
