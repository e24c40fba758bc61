import { fileURLToPath } from 'node:url';
import { type ProcessResult, runProcess, type RunOptions } from './run-process.ts';

const bin = fileURLToPath(new URL('../../../cli/dist/orchestra.js', import.meta.url));

/** A command line that runs as a process with a home folder of its own. */
export type RunCli = (args: readonly string[], options?: RunOptions) => Promise<ProcessResult>;

/**
 * Makes a runner of `orchestra ext …`, the bundle that a user installs.
 *
 * @param home `ORCHESTRA_HOME`
 */
export function cliIn(home: string, registry: { url: string }): RunCli {
  return (args, options = {}) =>
    runProcess([process.execPath, bin, 'ext', ...args], {
      ...options,
      env: { ORCHESTRA_HOME: home, ORCHESTRA_REGISTRY: registry.url, ...options.env },
    });
}
