import { join } from 'node:path';

/** What the Astro app is told by whoever starts it. */
export interface SiteConfig {
  /** Where the site will stand, without a slash at its end. */
  url: string;
  /** Folder with the data of the pages; see `build/write-page-data.ts`. */
  dataDirectory: string;
  outDirectory: string;
  cacheDirectory: string;
}

/** Reads the environment; the defaults are enough for tools that only look at the code. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SiteConfig {
  const work = join(import.meta.dirname, '../.astro/work');
  return {
    url: env['ORCHESTRA_SITE_URL'] ?? 'http://127.0.0.1:4400',
    dataDirectory: env['ORCHESTRA_SITE_DATA'] ?? join(work, 'data'),
    outDirectory: env['ORCHESTRA_SITE_OUT'] ?? join(work, 'dist'),
    cacheDirectory: env['ORCHESTRA_SITE_CACHE'] ?? join(work, 'cache'),
  };
}
