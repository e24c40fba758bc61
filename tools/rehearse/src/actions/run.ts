import type { GitHub } from '@orchestra/testkit/github';
import type { WorkflowFile } from '@orchestra/testkit/workflows';

/** Variables and secrets of a repository or an environment. */
export interface Values {
  vars: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
}

/** Runs workflows here, in place of GitHub Actions. */
export interface Runner {
  github: GitHub;
  /** `owner/name` of the repository with the workflows, and its bare repository. */
  repository: string;
  directory: string;
  workflows: readonly WorkflowFile[];
  /** The checkout that jobs run in. */
  root: string;
  /** Folder for the results of runs. */
  folder: string;
  /** Link to the folder of the site that was deployed last. */
  pages: string;
  /** Variables and secrets of the repository. */
  values: Values;
  environments: Readonly<Record<string, Values>>;
  /** Additional environment of jobs: the address of this machine's storage. */
  machine: Readonly<Record<string, string>>;
  tell(text: string): void;
}

/** The event that started a workflow. */
export interface Started {
  event: string;
  payload: unknown;
  inputs: Readonly<Record<string, unknown>>;
}

/** A run of a workflow. */
export interface Run extends Runner {
  started: Started;
  /** Folder for the artifacts of this run. */
  artifacts: string;
}

/** The result of a job. */
export interface JobResult {
  result: 'success' | 'failure' | 'skipped';
  outputs: Record<string, string>;
}
