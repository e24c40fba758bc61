/** What is known of a packed extension before anyone looks inside. */
export interface PackageFacts {
  /** SHA-256 of the .tar.gz, lower-case hex. */
  sha256: string;
  /** SHA-256 of the uncompressed tar, the same on every Node release. */
  tarSha256: string;
  /** Bytes of the .tar.gz. */
  size: number;
  /** Bytes of all files in it. */
  unpackedSize: number;
}
