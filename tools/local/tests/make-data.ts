import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder with a data folder `data` that has its database already: a copy takes less than to make one.
 *
 * @param embedded what the run provides under that name
 */
export async function makeData(embedded: string): Promise<TemporaryFolder> {
  const folder = await makeFolder();
  await cp(join(embedded, 'template'), folder.join('data/database'), { recursive: true });
  return folder;
}
