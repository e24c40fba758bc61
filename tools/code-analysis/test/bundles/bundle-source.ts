import type { Permission } from '@orchestra/core';

/** A small extension as its author writes it, with what is true of it however it is bundled. */
export interface BundleSource {
  name: string;
  /** Files by path; the first is the entry. */
  files: Readonly<Record<string, string>>;
  needs: readonly Permission[];
  /** True where nobody can tell by reading it. */
  unresolved?: true;
}

/** A source of one line in a table. */
export function source(
  name: string,
  files: BundleSource['files'],
  needs: readonly Permission[],
): BundleSource {
  return { name, files, needs };
}
