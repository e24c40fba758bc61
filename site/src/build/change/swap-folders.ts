import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a folder by a finished one on the same disk; the old one may be missing. Readers see the old or
 * the new folder, never a mixture.
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
