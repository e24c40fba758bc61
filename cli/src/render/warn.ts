import type { RegistryError } from '@orchestra/core';
import { fitColumns, renderError, styleFor } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Prints an error on standard error that didn't stop the command. */
export function warn(error: RegistryError, context: CommandContext): void {
  const { stderr } = context;
  stderr.write(fitColumns(renderError(error, styleFor(stderr, context)), stderr));
}
