import type { OperatorCommand } from './command.ts';

/** Options that every command accepts. */
export interface OperatorOptions {
  data: string;
  repository?: string;
  blobs?: string;
  json?: boolean;
  as?: string;
}

/** Runs a command with its context, and shows its result as text or JSON. */
export type Run = <Options, Result>(
  command: OperatorCommand<Options, Result>,
  options: NoInfer<Options> & OperatorOptions,
) => Promise<void>;
