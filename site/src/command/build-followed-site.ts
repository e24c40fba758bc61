import { openFollowedIndex, readServedDoc } from '@orchestra/registry';
import { resolve } from 'node:path';
import type { EntryProblem } from '../build/choose-shown.ts';
import { buildFromIndex } from '../source/build-from-index.ts';
import { describeProblems } from '../source/describe-problems.ts';
import { servedUsage } from '../source/served-usage.ts';

/** Which site is built, and where. */
export interface SiteCommandOptions {
  /** A folder of a repository, or its URL. */
  repository: string;
  /** Folder for the copy of a repository that a URL names. */
  cache: string;
  /** Replaced by the built site, once it is finished. */
  out: string;
  /** Kept between builds. */
  work: string;
  /** Makes what didn't change as well. */
  everything?: boolean;
}

/** What was built. */
export interface SiteBuildResult {
  commit: string;
  directory: string;
  /** Pages that were rendered, but for those that exist once. */
  pages: number;
  /** Other files that were made. */
  files: number;
  /** Extensions of which nothing is new, since their entries can't be read. */
  problems: EntryProblem[];
}

/** What a build of a site meets. */
export interface BuildSurroundings {
  cwd: string;
  fetch: typeof globalThis.fetch;
  /** Told what the site lacks. */
  warn(text: string): void;
}

/**
 * Builds the site of a repository: its documents are read from where its config.json says that they are
 * served.
 *
 * @throws RegistryError `not-found`, `registry-unreachable`, `index-damaged`, `site-build-failed`
 */
export async function buildFollowedSite(
  { repository, cache, out, work, everything = false }: SiteCommandOptions,
  { cwd, fetch, warn }: BuildSurroundings,
): Promise<SiteBuildResult> {
  using followed = await openFollowedIndex({ repository, cache, cwd });
  await followed.refresh();
  const { index } = followed;
  const directory = resolve(cwd, out);
  const { pages, files, problems } = await buildFromIndex(index, {
    config: followed.config(),
    readDoc: readServedDoc(followed.config, { fetch }),
    usage: servedUsage(followed.config(), { fetch, warn }),
    directory,
    workDirectory: resolve(cwd, work),
    everything,
  });
  for (const line of describeProblems(problems)) warn(`warning ${line}`);
  return { commit: await index.head(), directory, pages, files, problems };
}
