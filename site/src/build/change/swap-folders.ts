import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a finished folder in the place of another one, which may exist. Both must be on one disk.
 * Whoever looks sees the old folder or the new one, never a mixture.
 */
export async function swapFolders(finished: string, place: string): Promise<void> {
  const before = `${finished}.before`;
  await mkdir(dirname(place), { recursive: true });
  await rm(before, { recursive: true, force: true });
  const existed = await rename(place, before).then(
    () => true,
    () => false,
  );
  try {
    await rename(finished, place);
  } catch (error) {
    if (existed) await rename(before, place);
    throw error;
  }
  await rm(before, { recursive: true, force: true });
}
