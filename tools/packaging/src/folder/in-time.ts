import { runInNewContext } from 'node:vm';

/**
 * Runs a function and stops it after a time limit. An author's patterns may keep a regular expression busy
 * for hours, and nothing else interrupts it.
 *
 * @throws Error `ERR_SCRIPT_EXECUTION_TIMEOUT`
 */
export function inTime<Result>(run: () => Result, milliseconds: number): Result {
  return runInNewContext('run()', { run }, { timeout: milliseconds });
}
