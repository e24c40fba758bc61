/** A place where a site is served from: a folder, a bucket. Every operation may be repeated. */
export interface SiteTarget {
  /** Bytes of a small file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Puts a file, in place of what is there, as a whole. */
  write(path: string, content: SiteContent): Promise<void>;
  /** Removes a file; nothing happens where there is none. */
  remove(path: string): Promise<void>;
  /** Clears away what writes left that were cut off. */
  tidy(): Promise<void>;
}

/** Bytes, or a file that holds them. */
export type SiteContent = Uint8Array | { file: string };
