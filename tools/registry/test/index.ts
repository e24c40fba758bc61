export * from './begin-index.ts';
export * from './make-package.ts';
