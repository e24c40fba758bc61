import { parseManifest, RegistryError } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';

/**
 * The name of the extension in the current folder.
 *
 * @throws RegistryError `usage` where there is none
 */
export async function readProjectName(context: CommandContext): Promise<string> {
  const text = await readFile(join(context.cwd, 'package.json'), 'utf8').catch(() => null);
  const name = text === null ? '' : (parseManifest(text).manifest?.name ?? '');
  if (name !== '') return name;
  throw new RegistryError('usage', `${context.cwd} has no package.json with a name`, {
    hint: 'Give the name, or run this in the folder of an extension (-C DIR).',
  });
}
