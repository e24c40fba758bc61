import type { Settings } from './read-settings.ts';
import type { JobResult } from './write-outputs.ts';

/** What every job gets in addition to its settings. */
export interface JobContext {
  fetch: typeof fetch;
  now: () => Date;
  log(text: string): void;
}

/** A job of a workflow: reads its inputs, does its work, and returns its result. */
export type Job = (settings: Settings, context: JobContext) => Promise<JobResult>;
