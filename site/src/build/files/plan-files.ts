import type { SitePlanContext } from '../plan-context.ts';
import { planAppIcons } from './plan-app-icons.ts';
import { planBadges } from './plan-badges.ts';
import { planConfig } from './plan-config.ts';
import { planExtensionFeeds } from './plan-extension-feeds.ts';
import { planListFeeds } from './plan-list-feeds.ts';
import type { PlannedFile } from './planned-file.ts';
import { planSearchData } from './plan-search-data.ts';
import { planShareImages } from './plan-share-images.ts';
import { planSitemap } from './plan-sitemap.ts';

/** Who plans files. A new one stands beside this file and is named here. */
const planners: readonly ((context: SitePlanContext) => Iterable<PlannedFile>)[] = [
  planConfig,
  planSearchData,
  planListFeeds,
  planExtensionFeeds,
  planBadges,
  planShareImages,
  planSitemap,
  planAppIcons,
];

/** Every file of the site that no template makes. */
export function* planFiles(context: SitePlanContext): Iterable<PlannedFile> {
  for (const plan of planners) yield* plan(context);
}
