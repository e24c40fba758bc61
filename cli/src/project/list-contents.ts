import type { Analysis } from '@orchestra/core';
import type { LeftOutFile } from '@orchestra/packaging';
import type { ReadExtension } from '@orchestra/packaging/node';

/** The files of a package, what is left out, and the analysis of its code. */
export interface Contents {
  /** Sorted by path. */
  files: { path: string; size: number }[];
  leftOut: LeftOutFile[];
  /** Null without a manifest. */
  analysis: Analysis | null;
  /** Size of the package in bytes; null where none can be made. */
  size: number | null;
  /** Size of its files in bytes. */
  unpackedSize: number;
}

/** Lists what was read of a folder, for the output of commands. */
export function listContents({ files, leftOut, analysis }: ReadExtension): Omit<Contents, 'size'> {
  const listed = [...files].map(([path, content]) => ({ path, size: content.length }));
  listed.sort((left, right) => (left.path < right.path ? -1 : 1));
  const unpackedSize = listed.reduce((sum, { size }) => sum + size, 0);
  return { files: listed, leftOut, analysis, unpackedSize };
}
