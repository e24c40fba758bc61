export * from './builtins/find-needed-builtins.ts';
export * from './builtins/refuse-builtins.ts';
export * from './disk/digest.ts';
export * from './disk/make-folder-durable.ts';
export * from './disk/path-exists.ts';
export * from './disk/sync-folder.ts';
export * from './disk/system-code.ts';
export * from './disk/write-file-atomic.ts';
