import type { RegistryParts } from '@orchestra/registry';
import type { GitHubAccess } from './github/open-operator-github.ts';

/** What a command uses besides its own options. */
export interface OperatorContext extends RegistryParts {
  /** Absolute path of the data folder. */
  data: string;
  /** Path or URL of the repository with the index, if that isn't in the data folder. */
  repository?: string;
  github: GitHubAccess;
  /** `postgres://…` of the database with the accounts; undefined where they are in the data folder. */
  databaseUrl: string | undefined;
  /** Folder that command-line paths are relative to. */
  cwd: string;
  /** Login of the account that the command acts for; undefined where none is named. */
  as: string | undefined;
  now: () => Date;
  /** Called with the progress of a long command, for display. */
  onProgress(text: string): void;
}
