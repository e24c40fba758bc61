export * from './build-from-index.ts';
export * from './site-builder.ts';
