import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileServer, serveFiles } from './serve-files.ts';

/** Serves the site that was deployed last. */
export function servePages(folder: string): Promise<FileServer> {
  return serveFiles(async (path) => {
    const file = join(folder, path);
    const found = await stat(file).catch(() => null);
    if (found === null) return null;
    return readFile(found.isDirectory() ? join(file, 'index.html') : file).catch(() => null);
  });
}
