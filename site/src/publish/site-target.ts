/** A target that a site is served from: a folder or a bucket. Every operation may be repeated. */
export interface SiteTarget {
  /** Bytes of a small file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file atomically, replacing an existing one. */
  write(path: string, content: SiteContent): Promise<void>;
  /** Removes a file, if it exists. */
  remove(path: string): Promise<void>;
  /** Removes what interrupted writes left. */
  tidy(): Promise<void>;
}

/** Bytes, or the path of a file with them. */
export type SiteContent = Uint8Array | { file: string };
