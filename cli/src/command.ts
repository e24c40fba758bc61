import type { Style } from '@orchestra/terminal';
import type { Context } from './context.ts';

/** The context of a command: the outside world and the global options. */
export interface CommandContext extends Context {
  /** `-C DIR`, or the process's current folder. */
  cwd: string;
  /** Absolute path of `ORCHESTRA_HOME`. */
  home: string;
  /** Base URL of the registry, without a slash at its end. */
  registry: string;
  json: boolean;
  /** False for `--no-color`. */
  colour: boolean;
  /** True where `--yes` gave consent. */
  yes: boolean;
  /** Version of the app that extensions must be compatible with. */
  orchestraVersion: string;
}

/** 0 done, 1 problems or an expected failure, 130 ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 130;

/** One subcommand of `orchestra ext`. */
export interface Command<Options, Result> {
  /** Runs the command. @throws RegistryError */
  run(options: Options, context: CommandContext): Promise<Result>;
  /** The result as text for standard output; empty for no output. */
  text(result: Result, style: Style): string;
  /** The result for `--json`; without this method it is the result itself. */
  json?(result: Result): unknown;
  /** 1 where the result reports something wrong; without this method 0. */
  exitCode?(result: Result): ExitCode;
  /** True where the command prints while it runs, also for `--json`. */
  printsItself?: true;
  /** True where the command itself reports updates, so that the notice of updates would repeat them. */
  showsUpdates?: true;
}
