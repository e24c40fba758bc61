import type { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { renderError } from './render-error.ts';
import { styleFor } from './style.ts';

/** Tells on standard error of something that is wrong and didn't stop the command. */
export function warn(error: RegistryError, context: CommandContext): void {
  context.stderr.write(renderError(error, styleFor(context.stderr, context)));
}
