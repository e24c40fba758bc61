import { styleFor } from '../style/style.ts';
import { fitColumns } from '../table/fit-columns.ts';
import { errorJson } from './error-json.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { renderError } from './render-error.ts';

/** A stream of the terminal or of a pipe. */
export interface OutputStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Where an error is shown. */
export interface ErrorOutput {
  /** The command line, without node and the script. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdout: OutputStream;
  stderr: OutputStream;
}

/**
 * Shows an error: to people on standard error, with `--json` to machines on standard output.
 *
 * @returns the exit code
 */
export function reportError(error: unknown, { argv, env, stdout, stderr }: ErrorOutput): 1 | 2 {
  // the command line may be what is wrong: what it asks for is looked up without parsing it
  const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (flags.includes('--json')) {
    // on one line each where there may be many
    const indent = flags.includes('--watch') ? 0 : 2;
    stdout.write(`${JSON.stringify(errorJson(error), null, indent)}\n`);
  } else {
    const style = styleFor(stderr, { env, colour: !flags.includes('--no-color') });
    stderr.write(fitColumns(renderError(error, style), stderr));
  }
  return exitCodeOf(error);
}
