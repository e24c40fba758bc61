import { readFile } from 'node:fs/promises';
import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/**
 * Plans the native parts of the engine that runs extensions, which the command line downloads. A part with
 * another content has another path.
 */
export function planEngines({ source: { engines = [] } }: SitePlanContext): PlannedFile[] {
  return engines.map(({ path, file }) => ({
    path,
    key: digest(path),
    make: () => readFile(file),
  }));
}
