import type { ServedSite } from './change/served-site.ts';
import { digest } from './digests/digest.ts';
import { planFiles } from './files/plan-files.ts';
import type { PlannedFile } from './files/planned-file.ts';
import { planPages } from './pages/plan-pages.ts';
import type { PlannedPage } from './pages/planned-page.ts';
import type { SitePlanContext } from './plan-context.ts';

/** The pages and files to make, and the paths of the whole site. */
export interface SiteBuildPlan {
  pages: PlannedPage[];
  files: PlannedFile[];
  paths: Set<string>;
}

/** The facts that decide what has to be made. */
export interface BuildPlanFacts {
  served: ServedSite | null;
  /** Digest of what every page and file depends on. */
  ground: string;
  /** Names of extensions whose entries can't be read. */
  unread: ReadonlySet<string>;
  /** True makes unchanged pages and files too. */
  everything: boolean;
}

/**
 * Plans a build: everything whose key differs from the served site's. What can't be made now stays as it is.
 * Pure.
 */
export function planSiteBuild(
  context: SitePlanContext,
  { served, ground, unread, everything }: BuildPlanFacts,
): SiteBuildPlan {
  const plan: SiteBuildPlan = { pages: [], files: [], paths: new Set() };
  const isToMake = (path: string, { key, entryOf }: { key: string; entryOf?: string }) => {
    const before = served?.files.get(path);
    const canBeMade = entryOf === undefined || !unread.has(entryOf);
    if (canBeMade || before !== undefined) plan.paths.add(path);
    return canBeMade && (everything || before?.key !== key);
  };
  for (const page of planPages(context)) {
    const key = digest([ground, page.key]);
    if (isToMake(pagePath(page), { ...page, key })) plan.pages.push({ ...page, key });
  }
  for (const file of planFiles(context)) {
    const key = digest([ground, file.key]);
    if (isToMake(file.path, { ...file, key })) plan.files.push({ ...file, key });
  }
  return plan;
}

/** The path of a page's file in the site. */
export function pagePath({ kind, id }: Pick<PlannedPage, 'kind' | 'id'>): string {
  return `${kind}/${id}/index.html`;
}
