import type { Permission } from '@orchestra/core';

/** A small extension as its author writes it, with what is true of it however it is bundled. */
export interface BundleSource {
  name: string;
  /** Files by path; the first is the entry. */
  files: Readonly<Record<string, string>>;
  needs: readonly Permission[];
  /** True where nobody can tell by reading it. */
  unresolved?: true;
  /** Bundlers, with their options, whose bundle of it doesn't run, so that nothing is true of it. */
  brokenBy?: readonly string[];
}

/** A source of one line in a table. */
export function source(
  name: string,
  files: BundleSource['files'],
  needs: readonly Permission[],
): BundleSource {
  return { name, files, needs };
}
