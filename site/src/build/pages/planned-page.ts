import type { PageKind, PageKinds } from '../page-data/page-schemas.ts';

/** A page before rendering. */
export interface PlannedPage<Kind extends PageKind = PageKind> {
  kind: Kind;
  /** Id; the page's address is `/<kind>/<id>/`. */
  id: string;
  /**
   * Digest of everything that the page depends on, except code and configuration. A page is rendered again
   * only if its key changed, so that it must not include what changes without a publish.
   */
  key: string;
  /** Name of the extension whose entry is needed to make it; absent where none is. */
  entryOf?: string;
  make(): PageKinds[Kind] | Promise<PageKinds[Kind]>;
}
