import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { supportFiles, supportFolder } from './support-files.ts';
import { writeWithin } from './write-within.ts';

/** Settings files of a project that may refer to {@link supportFolder}. */
const settings = ['tsconfig.json', '.vscode/settings.json'];

/**
 * Writes types and schema into a project that has sources, or whose settings refer to them, so that a fresh
 * clone type-checks without a download.
 *
 * @throws RegistryError `file-unwritable`
 */
export async function writeSupport(
  folder: string,
  project: { hasSources: boolean },
): Promise<void> {
  if (!project.hasSources && !(await leadsThere(folder))) return;
  for (const [path, content] of await supportFiles()) {
    await writeWithin(folder, { path: `${supportFolder}/${path}`, content });
  }
}

async function leadsThere(folder: string): Promise<boolean> {
  const texts = await Promise.all(
    settings.map((path) => readFile(join(folder, path), 'utf8').catch(() => '')),
  );
  return texts.some((text) => text.includes(`${supportFolder}/`));
}
