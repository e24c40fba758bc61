import { RegistryError } from '@orchestra/core';
import type { Context } from './context.ts';
import { fitColumns } from './render/fit-columns.ts';
import { errorJson, renderError } from './render/render-error.ts';
import { styleFor } from './render/style.ts';

/**
 * Tells of an error: to people on standard error, to machines on standard output.
 *
 * @returns the exit code
 */
export function reportError(
  error: unknown,
  of: { argv: readonly string[]; context: Context },
): 1 | 2 {
  const { argv, context } = of;
  // the command line may be what is wrong: what it asks for is looked up without parsing it
  const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (flags.includes('--json')) {
    context.stdout.write(`${JSON.stringify(errorJson(error), null, 2)}\n`);
  } else {
    const colour = !flags.includes('--no-color');
    const style = styleFor(context.stderr, { env: context.env, colour });
    context.stderr.write(fitColumns(renderError(error, style), context.stderr));
  }
  return error instanceof RegistryError ? 1 : 2;
}
