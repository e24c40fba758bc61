import type { Analysis } from '@orchestra/core';
import type { LeftOutFile } from '@orchestra/packaging';
import type { ReadExtension } from '@orchestra/packaging/node';

/** What goes into a package, what stays out, and what its code needs. */
export interface Contents {
  /** Sorted by path. */
  files: { path: string; size: number }[];
  leftOut: LeftOutFile[];
  /** Null without a manifest. */
  analysis: Analysis | null;
  /** Bytes of the package; null where there is none to make. */
  size: number | null;
  /** Bytes of its files. */
  unpackedSize: number;
}

/** Tells what was read of a folder, for people and machines. */
export function listContents({ files, leftOut, analysis }: ReadExtension): Omit<Contents, 'size'> {
  const listed = [...files].map(([path, content]) => ({ path, size: content.length }));
  listed.sort((left, right) => (left.path < right.path ? -1 : 1));
  const unpackedSize = listed.reduce((sum, { size }) => sum + size, 0);
  return { files: listed, leftOut, analysis, unpackedSize };
}
