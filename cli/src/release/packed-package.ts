import type { PackageFacts } from '@orchestra/core';

/** A package that was packed to be published. */
export interface PackedPackage {
  name: string;
  version: string;
  /** The .tar.gz. */
  bytes: Buffer;
  facts: PackageFacts;
}

/** The file name of a package's release asset. */
export function assetFile({ name, version }: Pick<PackedPackage, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`;
}
