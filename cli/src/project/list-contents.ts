import type { PackageAnalysis } from '@orchestra/core';
import type { LeftOutFile } from '@orchestra/packaging';
import type { ReadExtension } from '@orchestra/packaging/node';

/** The files of a package, what is left out, and the analysis of its code. */
export interface Contents {
  /** Sorted by path. */
  files: { path: string; size: number }[];
  leftOut: LeftOutFile[];
  /** Null without a manifest, and where none of the code could be read. */
  analysis: PackageAnalysis | null;
  /** Code that the manifest names and that couldn't be read, so that what it needs isn't known yet. */
  unread: string[];
  /** Size of the package in bytes; null where none can be made. */
  size: number | null;
  /** Size of its files in bytes. */
  unpackedSize: number;
}

/** Lists what was read of a folder, for the output of commands. */
export function listContents(
  read: Omit<ReadExtension, 'executables'> & { unread?: string[] },
): Omit<Contents, 'size'> {
  const { files, leftOut, unread = [] } = read;
  const listed = [...files].map(([path, content]) => ({ path, size: content.length }));
  listed.sort((left, right) => (left.path < right.path ? -1 : 1));
  const unpackedSize = listed.reduce((sum, { size }) => sum + size, 0);
  const all = read.manifest?.entryFiles.length ?? 0;
  const analysis = unread.length > 0 && unread.length === all ? null : read.analysis;
  return { files: listed, leftOut, analysis, unread, unpackedSize };
}
