import type { PageKind, PageKinds } from '../page-data/page-schemas.ts';

/** A page before it is rendered. */
export interface PlannedPage<Kind extends PageKind = PageKind> {
  kind: Kind;
  /** Its address is `/<kind>/<id>/`. */
  id: string;
  /**
   * Digest of everything that the page follows from, but for code and configuration. Only a page whose key
   * changed is rendered again, so what changes without a publish has no place in it.
   */
  key: string;
  /** Name of the extension whose entry is read to make it; absent where none is. */
  entryOf?: string;
  make(): PageKinds[Kind] | Promise<PageKinds[Kind]>;
}
