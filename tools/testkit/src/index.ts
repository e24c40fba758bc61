export * from './extension-files.ts';
export * from './gcs/start-gcs.ts';
export * from './make-entry.ts';
export * from './make-folder.ts';
export * from './run-cli.ts';
export * from './run-process.ts';
export * from './start-postgres.ts';
export * from './static-registry.ts';
