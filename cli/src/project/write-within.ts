import { RegistryError } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file of a project atomically, unless it has the same content already. Creates folders on the way,
 * and refuses one that is a link, because it may lead out of the project.
 *
 * @param root absolute path of the project
 * @throws RegistryError `file-unwritable`
 */
export async function writeWithin(
  root: string,
  file: { path: string; content: string | Uint8Array },
): Promise<void> {
  const absolute = join(root, file.path);
  try {
    await makeFolders(root, dirname(file.path));
    const content = Buffer.from(file.content);
    const isLink = (await lstat(absolute).catch(() => null))?.isSymbolicLink() === true;
    const there = isLink ? null : await readFile(absolute).catch(() => null);
    if (there?.equals(content) !== true) await writeFileAtomic(absolute, content);
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    throw new RegistryError('file-unwritable', `${absolute} can't be written`, {
      hint: 'Check who may write there.',
      cause: error,
    });
  }
}

async function makeFolders(root: string, folders: string): Promise<void> {
  let path = root;
  for (const name of folders.split('/')) {
    path = join(path, name);
    await mkdir(path).catch(ignoreExisting);
    if ((await lstat(path)).isDirectory()) continue;
    throw new RegistryError('file-unwritable', `${path} is not a folder of its own`, {
      hint: 'Remove it: files are made there.',
    });
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
