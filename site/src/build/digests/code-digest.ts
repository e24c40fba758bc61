import { sha256Hex } from '@orchestra/core/node';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const siteFolder = fileURLToPath(new URL('../../../', import.meta.url));
const coreFolder = dirname(createRequire(import.meta.url).resolve('@orchestra/core'));
/** Pins every dependency. */
const lockfile = join(siteFolder, '../package-lock.json');

/**
 * A digest of the code that builds: sources of the site and of core, and what npm installed. After a change of
 * any of it, everything is made again.
 */
export async function codeDigest(): Promise<string> {
  const files = await listCode();
  const digests = await Promise.all(
    files.map(async (file) => {
      const content = sha256Hex(await readFile(file).catch(() => ''));
      return `${content} ${relative(siteFolder, file)}\n`;
    }),
  );
  return sha256Hex(digests.join(''));
}

/** Every file that the digest is of. */
export async function listCode(): Promise<string[]> {
  const sources = [join(siteFolder, 'src'), join(siteFolder, 'public'), coreFolder];
  return [...(await Promise.all(sources.map(listFiles))).flat(), ...others];
}

const others = [join(siteFolder, 'astro.config.ts'), lockfile];

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile() && !file.name.endsWith('.test.ts'))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}
