import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * Finds the native part of isolated-vm that was built for this Node and this machine.
 *
 * @param from absolute path or URL of a file whose packages are searched
 * @returns absolute path of the file
 * @throws Error where isolated-vm isn't installed, or not built for this system
 */
export function findAddon(from: string | URL): string {
  const folder = dirname(createRequire(from).resolve('isolated-vm/package.json'));
  const find: { path(folder: string): string } = createRequire(`${folder}/isolated-vm.js`)(
    'node-gyp-build',
  );
  return find.path(folder);
}
