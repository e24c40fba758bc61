import { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { findEngine } from '../sandbox/find-engine.ts';
import type { SuiteRunner } from './run-suite.ts';
import type { TestOptions } from './test-options.ts';

/**
 * Finds the engine of tests. From then on, Ctrl-C ends them in order.
 *
 * @throws RegistryError as {@link findEngine} does, and `not-runnable` where there is no wall and one is required
 */
export async function openSuite(
  { requireConfined }: TestOptions,
  context: CommandContext,
): Promise<SuiteRunner> {
  const signal = await context.takeStop();
  const engine = await findEngine(context);
  const first = await engine.first;
  const { wall } = first;
  if (wall.kind !== 'none' || !requireConfined) return { context, engine, first, signal };
  first[Symbol.dispose]();
  throw new RegistryError('not-runnable', `Nothing walls an extension in here: ${wall.why}`, {
    hint: wall.hint ?? 'Leave --require-confined out to run it in its isolate alone.',
  });
}
