import { contentPolicy } from './content-policy.ts';
import type { SiteData } from './site-data.ts';
import type { SiteSource } from '../site-source.ts';

/** What every page needs. */
export function makeSiteData({
  config,
  categories,
}: Pick<SiteSource, 'config' | 'categories'>): SiteData {
  const { name, docs, api, publish, site } = config;
  return {
    registryName: name,
    contentPolicy: contentPolicy(config),
    docs,
    api,
    apiDocument: api === null ? null : new URL('/openapi.json', api).href,
    // a registry that takes packages over HTTP issues its own tokens; its cookie is the site's
    signIn:
      publish.via === 'api' && api !== null && URL.parse(api)?.origin === URL.parse(site)?.origin,
    issues:
      publish.via === 'pull-request' ? `https://github.com/${publish.repository}/issues/new` : null,
    categories,
  };
}
