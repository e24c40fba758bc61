/** A release asset with its bytes. */
export interface Asset {
  id: number;
  /** Numeric id of the uploader. */
  uploaderId: number;
  /** Tag of the GitHub release. */
  tag: string;
  /** Commit that the tag points to. */
  commit: string;
  bytes: Buffer;
}
