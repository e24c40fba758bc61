import type { GitHub } from '@orchestra/testkit/github';
import type { WorkflowFile } from '@orchestra/testkit/workflows';

/** Variables and secrets of a repository or an environment. */
export interface Values {
  vars: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
}

/** What runs workflows here in place of GitHub Actions. */
export interface Runner {
  github: GitHub;
  /** `owner/name` of the repository whose workflows run, and its bare repository. */
  repository: string;
  directory: string;
  workflows: readonly WorkflowFile[];
  /** The checkout that jobs run in. */
  root: string;
  /** Folder for what runs leave. */
  folder: string;
  /** Where the site that was deployed last is found: a link to it. */
  pages: string;
  /** Of the repository. */
  values: Values;
  environments: Readonly<Record<string, Values>>;
  /** What a job's machine knows beside what Actions tells: where the storage of this machine is. */
  machine: Readonly<Record<string, string>>;
  tell(text: string): void;
}

/** What started a workflow. */
export interface Started {
  event: string;
  payload: unknown;
  inputs: Readonly<Record<string, unknown>>;
}

/** A run of a workflow. */
export interface Run extends Runner {
  started: Started;
  /** Where artifacts of this run are kept. */
  artifacts: string;
}

/** How a job ended. */
export interface JobResult {
  result: 'success' | 'failure' | 'skipped';
  outputs: Record<string, string>;
}
