/** What an operator's command runs with, beside its own options. */
export interface OperatorContext {
  /** Absolute path of the data folder. */
  data: string;
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
