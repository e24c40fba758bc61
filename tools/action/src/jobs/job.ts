import type { Settings } from './read-settings.ts';
import type { JobResult } from './write-outputs.ts';

/** What every job has beside its settings. */
export interface JobContext {
  fetch: typeof fetch;
  now: () => Date;
  log(text: string): void;
}

/** One job of a workflow: reads its inputs, does its work, and says what came of it. */
export type Job = (settings: Settings, context: JobContext) => Promise<JobResult>;
