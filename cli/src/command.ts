import type { Style } from '@orchestra/terminal';
import type { Context } from './context.ts';

/** The context of one command: the outside world, and what the global options say. */
export interface CommandContext extends Context {
  /** `-C DIR`, or where the process runs. */
  cwd: string;
  /** Absolute path of `ORCHESTRA_HOME`. */
  home: string;
  /** Base URL of the registry, without a slash at its end. */
  registry: string;
  json: boolean;
  /** False for `--no-color`. */
  colour: boolean;
  /** Consent was given on the command line. */
  yes: boolean;
  /** Version of the app that extensions must run on. */
  orchestraVersion: string;
}

/** One subcommand of `orchestra ext`. */
export interface Command<Options, Result> {
  /** Does it. @throws RegistryError */
  run(options: Options, context: CommandContext): Promise<Result>;
  /** What a person reads on standard output; empty for nothing. */
  text(result: Result, style: Style): string;
  /** What a machine reads with `--json`; the result itself where this is absent. */
  json?(result: Result): unknown;
  /** 1 where the result is that something is wrong; 0 where this is absent. */
  exitCode?(result: Result): 0 | 1;
  /** True where the notice of updates would only repeat what the command says. */
  showsUpdates?: true;
}
