export * from './worker/analyze-package.ts';
export * from './worker/watch-time.ts';
