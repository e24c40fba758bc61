import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolderDurable } from './make-folder-durable.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Replaces a whole file at once: a reader sees either the old or the new content, also after a power cut.
 * Creates missing parent folders.
 *
 * @param options.mode permissions of the file; 0o600 for secrets
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  options: { mode?: number } = {},
): Promise<void> {
  const folder = dirname(path);
  await makeFolderDurable(folder);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await using file = await open(temporary, 'wx', options.mode ?? 0o644);
    await file.writeFile(content);
    await file.sync();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}
