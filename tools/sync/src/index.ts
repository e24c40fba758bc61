export * from './documents/fill-documents.ts';
export * from './index/sync-index.ts';
export * from './mirror-index.ts';
