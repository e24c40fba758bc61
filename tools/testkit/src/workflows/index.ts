export * from './parse-workflow.ts';
export * from './read-workflows.ts';
export * from './workflow.ts';
