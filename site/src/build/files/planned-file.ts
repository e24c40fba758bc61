/** A file of the site that is written directly: a feed, an image, search data. */
export interface PlannedFile {
  /** Path relative to the site: `feeds/new.atom`. */
  path: string;
  /**
   * Digest of everything that the content depends on, except code and configuration. A file is made again
   * only if its key changed, so that it must not include what changes without a publish.
   */
  key: string;
  /** Name of the extension whose entry is needed to make it; absent where none is. */
  entryOf?: string;
  make(): FileContent | Promise<FileContent>;
}

/** Strings are written as UTF-8. */
export type FileContent = string | Uint8Array;
