export type { Fault, Faults, GitHub } from './github.ts';
export { type GitHubOptions, startGitHub } from './start-github.ts';
