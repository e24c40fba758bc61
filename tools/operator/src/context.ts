import type { RegistryParts } from '@orchestra/registry';
import type { GitHubAccess } from './github/open-operator-github.ts';

/** What an operator's command runs with, beside its own options. */
export interface OperatorContext extends RegistryParts {
  /** Absolute path of the data folder. */
  data: string;
  /** The repository that holds the index, where that is not in the data folder: its folder or URL. */
  repository?: string;
  github: GitHubAccess;
  /** `postgres://…`, where accounts are in a database of its own; else they are in the data folder. */
  databaseUrl: string | undefined;
  /** Folder that paths on the command line are relative to. */
  cwd: string;
  /** Login of the account that the command acts for, where one was named. */
  as: string | undefined;
  now: () => Date;
  /** Told how far a long command is, for whoever waits at a terminal. */
  onProgress(text: string): void;
}
