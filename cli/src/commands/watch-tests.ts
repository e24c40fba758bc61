import type { Command } from '../command.ts';
import { openSuite } from '../suite/open-suite.ts';
import { watchSuite } from '../suite/watch-suite.ts';
import type { TestOptions } from '../suite/test-options.ts';

/** Runs an author's tests, and again after each save, until Ctrl-C. */
export const watchTests: Command<TestOptions, { exitCode: 0 | 1 }> = {
  async run(options, context) {
    const suite = await openSuite(options, context);
    await using _ = suite.engine;
    return { exitCode: await watchSuite(options, suite) };
  },
  printsItself: true,
  text: () => '',
  exitCode: ({ exitCode }) => exitCode,
};
