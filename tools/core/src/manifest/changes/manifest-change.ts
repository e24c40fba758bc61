import type { ManifestEdit } from '../edit-manifest.ts';

/** A change to a manifest that is proposed to its author, with why. */
export interface ManifestChange extends ManifestEdit {
  /** Half a sentence: `a name here is lower-case words joined by hyphens`. */
  reason: string;
}
