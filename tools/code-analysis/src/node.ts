export * from './analyze-code.ts';
export * from './worker/analyze-package.ts';
