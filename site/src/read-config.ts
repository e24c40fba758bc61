import { join } from 'node:path';

/** Settings of the Astro app. */
export interface SiteConfig {
  /** URL of the site, without a final slash; known when pages are rendered. */
  url: string;
  /** Folder with the data of the pages; see `build/page-data/write-page-data.ts`. */
  dataDirectory: string;
  /** Path of the site on its host, without a final slash; known when templates are compiled. */
  base: string;
  outDirectory: string;
  cacheDirectory: string;
}

/** Reads the settings from the environment; their defaults suffice for tools that only check the code. */
export function readConfig(): SiteConfig {
  const env = process.env;
  const work = join(import.meta.dirname, '../.astro/work');
  return {
    url: env['ORCHESTRA_SITE_URL'] ?? 'http://127.0.0.1:4400',
    dataDirectory: env['ORCHESTRA_SITE_DATA'] ?? join(work, 'data'),
    base: env['ORCHESTRA_SITE_BASE'] ?? '',
    outDirectory: env['ORCHESTRA_SITE_OUT'] ?? join(work, 'dist'),
    cacheDirectory: env['ORCHESTRA_SITE_CACHE'] ?? join(work, 'cache'),
  };
}
