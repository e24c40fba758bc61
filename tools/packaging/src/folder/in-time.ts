import { runInNewContext } from 'node:vm';

/**
 * Runs what the patterns of an author may keep busy for hours, and ends it then: nothing else
 * interrupts a regular expression.
 *
 * @throws Error `ERR_SCRIPT_EXECUTION_TIMEOUT`
 */
export function inTime<Result>(run: () => Result, milliseconds: number): Result {
  return runInNewContext('run()', { run }, { timeout: milliseconds });
}
