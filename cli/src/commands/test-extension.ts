import type { Command } from '../command.ts';
import { openSuite } from '../suite/open-suite.ts';
import { renderSuiteAs, suiteToJson } from '../suite/render-suite-as.ts';
import { runSuite } from '../suite/run-suite.ts';
import { isGreen, type SuiteResult } from '../suite/suite-result.ts';
import type { TestOptions } from '../suite/test-options.ts';

/** Runs an author's tests in the engine that runs extensions, behind the gate of its permissions. */
export const testExtension: Command<TestOptions, SuiteResult> = {
  async run(options, context) {
    const suite = await openSuite(options, context);
    await using _ = suite.engine;
    return await runSuite(options, suite);
  },
  text: (result, style) => renderSuiteAs(result.reporter, { result, style }),
  json: (result) => suiteToJson(result),
  exitCode(result) {
    if (result.isStopped) return 130;
    return isGreen(result) ? 0 : 1;
  },
};
