import { accessSync, constants, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The programs of the system that walls are made of. */
export type ConfinementTool =
  | 'bwrap'
  | 'chroot'
  | 'hostname'
  | 'mkdir'
  | 'mount'
  | 'pivot_root'
  | 'prlimit'
  | 'setpriv'
  | 'sh'
  | 'umount'
  | 'unshare';

/** Where programs of the system are. No PATH is followed: it may name folders that others write. */
const folders = [
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
  '/run/current-system/sw/bin', // NixOS
  '/usr/local/bin',
];

const found = new Map<ConfinementTool, string>();

/**
 * The absolute path of a program of the system; undefined where it isn't installed.
 * What was found is remembered, what wasn't is looked for again.
 */
export function findConfinementTool(name: ConfinementTool): string | undefined {
  const known = found.get(name);
  if (known !== undefined) return known;
  const path = folders.map((folder) => join(folder, name)).find(isProgram);
  if (path !== undefined) found.set(name, withoutLinkedFolders(path));
  return found.get(name);
}

/** The same for one that has to be there: throws an error that names what is missing. */
export function needConfinementTool(name: ConfinementTool): string {
  const path = findConfinementTool(name);
  if (path !== undefined) return path;
  throw new Error(`${name} is in none of ${folders.join(', ')}: install it`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The name stays: some programs are links to one that goes by the name it was started as. */
function withoutLinkedFolders(path: string): string {
  return join(realpathSync(join(path, '..')), path.slice(path.lastIndexOf('/') + 1));
}
