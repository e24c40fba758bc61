import type { Reporter } from './suite-result.ts';

/** Options of `test`. */
export interface TestOptions {
  /** Files of tests; all where there are none. */
  files: string[];
  /** Only tests whose name has this in it. */
  name: string | undefined;
  /** Also fails where a declared permission is used by no test, or the code uses another. */
  strict: boolean;
  requireConfined: boolean;
  /** Lets requests through that no test answers. */
  allowNetwork: boolean;
  reporter: Reporter;
  /** Milliseconds that a test may take. */
  timeoutMs: number;
}
