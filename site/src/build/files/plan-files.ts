import type { SitePlanContext } from '../plan-context.ts';
import { planAppIcons } from './plan-app-icons.ts';
import { planBadges } from './plan-badges.ts';
import { planConfig } from './plan-config.ts';
import { planEngines } from './plan-engines.ts';
import { planExtensionFeeds } from './plan-extension-feeds.ts';
import { planListFeeds } from './plan-list-feeds.ts';
import type { PlannedFile } from './planned-file.ts';
import { planSearchData } from './plan-search-data.ts';
import { planShareImages } from './plan-share-images.ts';
import { planSitemap } from './plan-sitemap.ts';

/** All planners of files. A new one is a file in this folder, listed here. */
const planners: readonly ((context: SitePlanContext) => Iterable<PlannedFile>)[] = [
  planConfig,
  planSearchData,
  planListFeeds,
  planExtensionFeeds,
  planBadges,
  planShareImages,
  planSitemap,
  planAppIcons,
  planEngines,
];

/** Plans every file of the site that isn't a page. */
export function* planFiles(context: SitePlanContext): Iterable<PlannedFile> {
  for (const plan of planners) yield* plan(context);
}
