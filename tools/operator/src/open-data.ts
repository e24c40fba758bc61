import { RegistryError } from '@orchestra/core';
import { type ExistingRegistry, openExistingRegistry } from '@orchestra/registry';
import type { OperatorContext } from './context.ts';
import { openElsewhere } from './open-elsewhere.ts';

/**
 * Opens the registry for a command.
 *
 * @throws RegistryError `not-found` where the data folder has none; nothing is created then
 */
export async function openData(context: OperatorContext): Promise<ExistingRegistry> {
  const { data, repository } = context;
  if (repository !== undefined) return openElsewhere(repository, context);
  const registry = await openExistingRegistry(data, context);
  if (registry !== null) return registry;
  throw new RegistryError('not-found', `No registry is in ${data}`, {
    hint: 'Run `npm start` first, which makes one, or name its folder with --data FOLDER.',
  });
}
