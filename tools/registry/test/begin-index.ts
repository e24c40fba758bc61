import type { Config } from '@orchestra/core';
import { makeOnce } from '@orchestra/testkit/once';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openRegistry } from '../src/open-registry.ts';

/**
 * Puts the index of a new registry into a data folder, as `openRegistry` makes it: a copy of one takes a tenth of
 * what it takes to start git four times.
 */
export async function beginIndex(directory: string, config: Config): Promise<void> {
  const made = await makeOnce(`registry ${JSON.stringify(config)}`, async (folder) => {
    (await openRegistry(folder, { config }))[Symbol.dispose]();
  });
  // a call of its own for each file would take longer than all of them
  cpSync(join(made, 'index.git'), join(directory, 'index.git'), { recursive: true });
}
