export * from './worker/analyze-package.ts';
