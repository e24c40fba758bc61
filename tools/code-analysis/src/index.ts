export * from './describe-unresolved.ts';
export * from './parse-analysis.ts';
export * from './show-place.ts';
export * from './showable-analysis.ts';
