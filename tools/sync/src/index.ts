export * from './documents/fill-documents.ts';
export * from './documents/read-doc.ts';
export * from './documents/read-served-doc.ts';
export * from './documents/read-stored-doc.ts';
export * from './index/sync-index.ts';
export * from './mirror-index.ts';
