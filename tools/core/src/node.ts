export * from './disk/digest.ts';
export * from './disk/sync-folder.ts';
export * from './disk/write-file-atomic.ts';
