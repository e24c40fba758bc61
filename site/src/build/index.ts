export * from './build-site.ts';
export * from './content-policy.ts';
export * from './site-source.ts';
export * from '../publish/deploy-site.ts';
export * from '../publish/folder-target.ts';
export * from '../publish/headers-of.ts';
export * from '../publish/site-target.ts';
export * from '../format-bytes.ts';
