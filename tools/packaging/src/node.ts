export { entryNames } from './checks/check-code.ts';
export * from './archive/pack-files.ts';
export * from './archive/read-archive.ts';
export * from './archive/read-package.ts';
export * from './archive/write-package.ts';
export * from './folder/list-folder.ts';
export * from './folder/read-extension.ts';
export * from './folder/read-manifest.ts';
export * from './folder/select-files.ts';
