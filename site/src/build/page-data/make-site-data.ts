import { contentPolicy } from './content-policy.ts';
import type { SiteData } from './site-data.ts';
import type { SiteSource } from '../site-source.ts';

/** Makes the data that every page needs. */
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
    // a registry with uploads issues its own tokens, and its cookie is valid for the site
    signIn:
      publish.via === 'api' && api !== null && URL.parse(api)?.origin === URL.parse(site)?.origin,
    issues:
      publish.via === 'pull-request' ? `https://github.com/${publish.repository}/issues/new` : null,
    categories,
  };
}
