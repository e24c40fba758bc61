export * from './analyze-code.ts';
export * from './analyze-package.ts';
