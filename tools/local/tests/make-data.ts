import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A folder with a data folder `data` that has its database already: a copy takes less than to make one. */
export async function makeData(): Promise<TemporaryFolder> {
  const folder = await makeFolder();
  await cp(join(inject('embedded'), 'template'), folder.join('data/database'), { recursive: true });
  return folder;
}
