import { errorJson, exitCodeOf, fitColumns, renderError, styleFor } from '@orchestra/terminal';
import { once } from 'node:events';
import { concernsBuild } from '../sandbox/concerns-build.ts';
import { isTestFile } from './find-test-files.ts';
import { renderSuiteAs, suiteToJson } from './render-suite-as.ts';
import { runSuite, type SuiteRunner } from './run-suite.ts';
import { isGreen, type SuiteResult } from './suite-result.ts';
import type { TestOptions } from './test-options.ts';

/** For how long nothing may change before the next run, since a checkout changes many files. Milliseconds. */
const quietMs = 50;

/**
 * Runs tests, and again after each save, until it is ended. What can't be run is told, and waits for a save
 * that mends it.
 *
 * @returns the exit code of the last run
 */
export async function watchSuite(options: TestOptions, by: SuiteRunner): Promise<0 | 1> {
  const { context, engine, signal } = by;
  const ended = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  let saved = Promise.withResolvers<void>();
  let last = { sources: new Set<string>(), hasFailed: true };
  // before the first run, so that no save is missed
  const watcher = await engine.sandbox.watchSources(context.cwd, {
    onChange({ files }) {
      if ([...files].some(isTestFile) || concernsBuild(files, last)) saved.resolve();
    },
  });
  let exitCode: 0 | 1 = 1;
  try {
    while (!signal.aborted) {
      saved = Promise.withResolvers();
      const result = await tryRun(options, by);
      if (signal.aborted) break;
      exitCode = result !== null && isGreen(result) ? 0 : 1;
      last = {
        sources: new Set(result?.files.flatMap(({ sources }) => sources)),
        hasFailed: result?.files.some(({ errors }) => errors.length > 0) ?? true,
      };
      watcher.add([...last.sources]);
      if (!context.json && options.reporter === 'text') {
        context.stdout.write('\nWaiting for a save; Ctrl-C ends it.\n');
      }
      await Promise.race([saved.promise, ended]);
      await Promise.race([watcher.untilQuiet(quietMs), ended]);
    }
  } finally {
    await watcher.close();
  }
  return exitCode;
}

/** Runs the tests once and prints what came of them; null where they can't be run. */
async function tryRun(options: TestOptions, by: SuiteRunner): Promise<SuiteResult | null> {
  const { context, signal } = by;
  const { stdout, stderr, json } = context;
  try {
    const result = await runSuite(options, by);
    if (signal.aborted) return result;
    const text = json
      ? JSON.stringify(suiteToJson(result)) // a line each
      : renderSuiteAs(options.reporter, { result, style: styleFor(stdout, context) });
    stdout.write(`${json ? text : fitColumns(text, stdout)}\n`);
    return result;
  } catch (error) {
    if (exitCodeOf(error) !== 1) throw error;
    if (json) stdout.write(`${JSON.stringify(errorJson(error))}\n`);
    else stderr.write(fitColumns(renderError(error, styleFor(stderr, context)), stderr));
    return null;
  }
}
