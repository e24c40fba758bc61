import type { PackageFacts } from '@orchestra/core';

/** What was packed to be published. */
export interface OwnPackage {
  name: string;
  version: string;
  /** The .tar.gz. */
  bytes: Buffer;
  facts: PackageFacts;
}

/** Name of the file that a package is released as. */
export function assetFile({ name, version }: Pick<OwnPackage, 'name' | 'version'>): string {
  return `${name}-${version}.tar.gz`;
}
