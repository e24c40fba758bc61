import { styleFor } from '../style/style.ts';
import { fitColumns } from '../table/fit-columns.ts';
import { errorJson } from './error-json.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { renderError } from './render-error.ts';

/** A stream that may be a terminal or a pipe. */
export interface OutputStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The streams and environment for showing an error. */
export interface ErrorOutput {
  /** Arguments without node and the script. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdout: OutputStream;
  stderr: OutputStream;
}

/**
 * Shows an error: as text on standard error, or with `--json` as JSON on standard output.
 *
 * @returns the exit code
 */
export function reportError(error: unknown, { argv, env, stdout, stderr }: ErrorOutput): 1 | 2 {
  // flags are looked up without parsing, because the arguments themselves may be what is wrong
  const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (flags.includes('--json')) {
    // one line each, because `--watch` may print many
    const indent = flags.includes('--watch') ? 0 : 2;
    stdout.write(`${JSON.stringify(errorJson(error), null, indent)}\n`);
  } else {
    const style = styleFor(stderr, { env, colour: !flags.includes('--no-color') });
    stderr.write(fitColumns(renderError(error, style), stderr));
  }
  return exitCodeOf(error);
}
