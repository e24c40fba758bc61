export * from './build-site.ts';
export * from './content-policy.ts';
export * from './site-source.ts';
