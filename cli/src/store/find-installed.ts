import { nearest, RegistryError } from '@orchestra/core';
import type { Installed, State } from './state.ts';

/**
 * Finds an installed extension in the state.
 *
 * @throws RegistryError `not-installed`
 */
export function findInstalled(state: State, name: string): Installed {
  const found = Object.hasOwn(state.extensions, name) ? state.extensions[name] : undefined;
  if (found !== undefined) return found;
  const near = nearest(name, Object.keys(state.extensions));
  throw new RegistryError('not-installed', `'${name}' is not installed`, {
    hint:
      near === undefined
        ? 'See what is: orchestra ext list'
        : `Did you mean '${near}'? See what is installed: orchestra ext list`,
  });
}
