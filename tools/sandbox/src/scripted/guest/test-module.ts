import { findScriptedAnswer } from './answers.ts';
import { type ToldFailure, tellFailure } from './expect.ts';
import { expectedRefusals } from './host.ts';
import { deactivate, useExtension } from './life.ts';
import { api } from './orchestra.ts';
import { declared, runDeclared } from './suite.ts';

export { expect } from './expect.ts';
export { host } from './host.ts';
export { activate, deactivate, launch, runCommand, waitFor } from './life.ts';
export { view } from './view.ts';
export { afterEach, beforeEach, describe, test, test as it } from './suite.ts';

/** What came of a test. */
export interface ToldOutcome {
  failure: ToldFailure | null;
  expectedRefusals: string[];
}

/**
 * Makes the `activate` of a file of tests: it tells the host which tests there are, and runs one of them where
 * it is asked to.
 *
 * @param load of the extension; null for one for Raycast, whose commands run apart from the tests
 */
export function enter(load: (() => Promise<object>) | null) {
  return (context: object): void => {
    useExtension({ context, load });
    const { register } = api.commands;
    register('orchestra.test.list', () =>
      declared.map(({ name, isSkipped, isOnly, timeout, at }) => ({
        name,
        isSkipped,
        isOnly,
        at,
        ...(timeout !== undefined && { timeout }),
      })),
    );
    register('orchestra.test.answer', findScriptedAnswer as never);
    register('orchestra.test.run', runOne);
  };
}

async function runOne(index: number): Promise<ToldOutcome> {
  const test = declared[index];
  if (test === undefined) throw new RangeError(`There is no test ${index}.`);
  const failures: ToldFailure[] = [];
  for (const step of [() => runDeclared(test), deactivate]) {
    try {
      await step();
    } catch (error) {
      failures.push(tellFailure(error));
    }
  }
  return { failure: failures[0] ?? null, expectedRefusals };
}
