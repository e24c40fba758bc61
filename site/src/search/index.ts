export * from './search-data.ts';
export * from './search-items.ts';
export * from './search-query.ts';
export * from './word-index.ts';
