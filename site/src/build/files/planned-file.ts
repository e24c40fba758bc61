/** A file of the site that is written as it is: a feed, an image, data for search. */
export interface PlannedFile {
  /** Relative to the site: `feeds/new.atom`. */
  path: string;
  /**
   * Digest of everything that the file follows from, but for code and configuration. Only a file whose key
   * changed is made again, so what changes without a publish has no place in it.
   */
  key: string;
  /** Name of the extension whose entry is read to make it; absent where none is. */
  entryOf?: string;
  make(): FileContent | Promise<FileContent>;
}

/** Text is written as UTF-8. */
export type FileContent = string | Uint8Array;
