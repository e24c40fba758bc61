import { join } from 'node:path';
import { programFolder } from '../program-folder.ts';
import { engineFileNames } from './native-parts.ts';

/** Absolute path of a file of the engine that comes with the bundled command line. */
export function engineFile(name: keyof typeof engineFileNames): string {
  return join(programFolder, 'engine', engineFileNames[name]);
}
