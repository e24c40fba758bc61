import { openFollowedIndex, readServedDoc } from '@orchestra/registry';
import { listNativeParts } from '@orchestra/sandbox/native-parts';
import { resolve } from 'node:path';
import type { EntryProblem } from '../build/choose-shown.ts';
import { buildFromIndex } from '../source/build-from-index.ts';
import { describeProblems } from '../source/describe-problems.ts';
import { servedUsage } from '../source/served-usage.ts';

/** Options of `npm run site`. */
export interface SiteCommandOptions {
  /** Path or URL of the repository. */
  repository: string;
  /** Folder for the copy, where `repository` is a URL. */
  cache: string;
  /** Folder that the site is built into. */
  out: string;
  /** Folder that is kept between builds. */
  work: string;
  /** Builds unchanged pages and files too. */
  everything?: boolean;
}

/** The result of `npm run site`. */
export interface SiteBuildResult {
  commit: string;
  directory: string;
  /** Number of rendered pages, without those that exist once. */
  pages: number;
  /** Number of other files that were made. */
  files: number;
  /** Extensions of which nothing new is shown, because their entries can't be read. */
  problems: EntryProblem[];
}

/** The outside world of a build. */
export interface BuildSurroundings {
  cwd: string;
  fetch: typeof globalThis.fetch;
  /** Called with a warning about what the site lacks. */
  warn(text: string): void;
}

/**
 * Builds the site of a repository. Documents are fetched from the URL in its config.json.
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
    engines: await listNativeParts(),
    directory,
    workDirectory: resolve(cwd, work),
    everything,
  });
  for (const line of describeProblems(problems)) warn(`warning ${line}`);
  return { commit: await index.head(), directory, pages, files, problems };
}
