/** A release asset whose bytes are known. */
export interface Asset {
  id: number;
  /** Who uploaded it: a numeric id. */
  uploaderId: number;
  /** Tag of its release. */
  tag: string;
  /** The commit that the tag names. */
  commit: string;
  bytes: Buffer;
}
