import { parseJson } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Type from 'typebox';

const siteFolder = fileURLToPath(new URL('../../../', import.meta.url));
/** The lockfile, which pins every dependency. */
const lockfile = join(siteFolder, '../package-lock.json');

/**
 * A digest of the code that builds the site: sources of the site and of the project's packages that it uses,
 * and the lockfile. Any change makes everything be rebuilt.
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

/** Every file that the digest covers. */
export async function listCode(): Promise<string[]> {
  const packages = await listPackages(siteFolder);
  const sources = [join(siteFolder, 'public'), ...packages.map((folder) => join(folder, 'src'))];
  return [...(await Promise.all(sources.map(listFiles))).flat(), ...others];
}

const others = [join(siteFolder, 'astro.config.ts'), lockfile];

const PackageSchema = Type.Object({
  dependencies: Type.Optional(Type.Record(Type.String(), Type.String())),
});

/** Folders of a package and of all the project's packages that it depends on, in a fixed order. */
export async function listPackages(folder: string): Promise<string[]> {
  const found = new Set([folder]);
  for (const each of found) {
    const file = join(each, 'package.json');
    const parsed = parseJson(PackageSchema, await readFile(file, 'utf8'));
    const { dependencies = {} } = parsed.ok ? parsed.value : {};
    const { resolve } = createRequire(file);
    for (const name of Object.keys(dependencies)) {
      if (name.startsWith('@orchestra/')) found.add(join(dirname(resolve(name)), '..'));
    }
  }
  return [...found].sort();
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((file) => file.isFile() && !file.name.endsWith('.test.ts'))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}
