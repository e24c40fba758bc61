/** Names a document of a version. */
export interface DocPlace {
  name: string;
  version: string;
  /** `manifest.json`, `readme.md` or `changelog.md`. */
  path: string;
}

/**
 * Reads a document of a version; null where there is none. Implementations read from different places.
 *
 * @throws RegistryError where it can't be read now, or is longer than {@link maxDocBytes}
 */
export type ReadDoc = (place: DocPlace) => Promise<Uint8Array | null>;

/** Longest document that is read. A package may contain far more, but nobody reads a text of this length. */
export const maxDocBytes = 16 * 1024 * 1024;
