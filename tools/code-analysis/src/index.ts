export * from './findings/describe-unresolved.ts';
export * from './findings/parse-analysis.ts';
export * from './findings/show-place.ts';
export * from './findings/showable-analysis.ts';
