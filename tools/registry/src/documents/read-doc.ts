/** A document of a version. */
export interface DocPlace {
  name: string;
  version: string;
  /** `manifest.json`, `readme.md` or `changelog.md`. */
  path: string;
}

/**
 * Reads a document, from wherever a registry keeps its documents; null where there is none.
 *
 * @throws RegistryError where it can't be read now, or is longer than {@link maxDocBytes}
 */
export type ReadDoc = (place: DocPlace) => Promise<Uint8Array | null>;

/** What a package may hold unpacked is far more; a text of this length is read by nobody. */
export const maxDocBytes = 16 * 1024 * 1024;
