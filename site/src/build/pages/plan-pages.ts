import type { SitePlanContext } from '../plan-context.ts';
import { planBrowse } from './plan-browse.ts';
import { planCategories } from './plan-categories.ts';
import { planDocs, planDocsIndex } from './plan-docs.ts';
import { planExtensions } from './plan-extensions.ts';
import { planHome } from './plan-home.ts';
import type { PlannedPage } from './planned-page.ts';
import type { SinglePages } from '../page-data/page-schemas.ts';
import { planNotFound } from './plan-not-found.ts';
import { planPublishers } from './plan-publishers.ts';
import { planSearch } from './plan-search.ts';
import { planTags } from './plan-tags.ts';

/**
 * Plans every page of the site except those that exist once.
 *
 * To add a kind of page, add a type in `PageKinds`, a planner in this folder that is listed here, and a
 * template `src/pages/<kind>/[id].astro`, which gets its data from `loadPage(kind, id)`.
 */
export function* planPages(context: SitePlanContext): Iterable<PlannedPage> {
  yield* planExtensions(context);
  yield* planPublishers(context);
  yield* planTags(context);
  yield* planCategories(context);
  yield* planBrowse(context);
  yield* planDocs(context);
}

/** Makes the data of the pages that exist once; templates load it with `loadSingle(name)`. */
export function planSingles(context: SitePlanContext): SinglePages {
  return {
    home: planHome(context),
    search: planSearch(context),
    'docs-index': planDocsIndex(context),
    'not-found': planNotFound(context),
  };
}
