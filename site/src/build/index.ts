export * from './build-site.ts';
export * from './page-data/content-policy.ts';
export { planSearchData } from './files/plan-search-data.ts';
export type { Card } from './page-data/card.ts';
export * from './site-source.ts';
export * from '../publish/deploy-site.ts';
export * from '../publish/folder-target.ts';
export * from '../publish/headers-of.ts';
export * from '../publish/site-target.ts';
