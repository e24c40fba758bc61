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
 * Every page of the site but for those that exist once.
 *
 * A new kind of page is a type in `PageKinds`, a planner beside this file that is named here, and a template
 * `src/pages/<kind>/[id].astro`, whose paths are `loadIds(kind)` and whose data is `loadPage(kind, id)`.
 */
export function* planPages(context: SitePlanContext): Iterable<PlannedPage> {
  yield* planExtensions(context);
  yield* planPublishers(context);
  yield* planTags(context);
  yield* planCategories(context);
  yield* planBrowse(context);
  yield* planDocs(context);
}

/** The data of the pages that exist once; they load it with `loadSingle(name)`. */
export function planSingles(context: SitePlanContext): SinglePages {
  return {
    home: planHome(context),
    search: planSearch(context),
    'docs-index': planDocsIndex(context),
    'not-found': planNotFound(context),
  };
}
