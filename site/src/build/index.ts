export * from './build-site.ts';
export * from './site-source.ts';
