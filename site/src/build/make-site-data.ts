import { contentPolicy } from './content-policy.ts';
import type { SiteData } from './page-data.ts';
import type { SiteSource } from './site-source.ts';

/** What every page needs. */
export function makeSiteData({
  config,
  categories,
}: Pick<SiteSource, 'config' | 'categories'>): SiteData {
  const { name, api } = config;
  return {
    registryName: name,
    contentPolicy: contentPolicy(config),
    api,
    apiDocument: api === null ? null : new URL('/openapi.json', api).href,
    categories,
  };
}
