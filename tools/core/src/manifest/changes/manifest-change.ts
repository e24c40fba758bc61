import type { ManifestEdit } from '../edit-manifest.ts';

/** A proposed change to a manifest, with the reason that its author reads. */
export interface ManifestChange extends ManifestEdit {
  /** Half a sentence: `a name here is lower-case words joined by hyphens`. */
  reason: string;
}
