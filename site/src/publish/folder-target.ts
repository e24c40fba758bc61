import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { SiteTarget } from './site-target.ts';

/** A folder as a target for sites. Files are replaced atomically. */
export function folderTarget(directory: string): SiteTarget {
  const incoming = join(directory, '.site', 'incoming');
  return {
    read: (path) => readFile(join(directory, path)).catch(nullIfMissing),
    async write(path, content) {
      const place = join(directory, path);
      const temporary = join(incoming, randomUUID());
      await mkdir(incoming, { recursive: true });
      await mkdir(dirname(place), { recursive: true });
      try {
        if (content instanceof Uint8Array) await writeFile(temporary, content);
        else await copyFile(content.file, temporary);
        await rename(temporary, place);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async remove(path) {
      const place = join(directory, path);
      await rm(place, { force: true });
      await removeEmpty(dirname(place), directory);
    },
    tidy: () => rm(incoming, { recursive: true, force: true }),
  };
}

/** Removes empty folders, which nothing else would remove. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let at = folder; relative(root, at) !== ''; at = dirname(at)) {
    const removed = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
