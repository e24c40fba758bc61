import { isRecord, readJson } from '@orchestra/core';
import { lstat, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { decodeText } from '../checks/text-lines.ts';
import { readWholeFile } from './read-whole-file.ts';

/** The packages in `node_modules` that an extension needs to run. */
export interface FoundDependencies {
  /** Their folders: `node_modules/tide`, `node_modules/tide/node_modules/moon`. */
  folders: string[];
  /** Those that are links to other folders, which are not followed. */
  links: string[];
}

/**
 * Finds the packages that `npm list --omit=dev` lists and that lie in the folder: what the manifest names,
 * except for development, and what these name in turn.
 */
export async function findDependencies(
  directory: string,
  manifest: Record<string, unknown>,
): Promise<FoundDependencies> {
  const found = new Set<string>();
  const links = new Set<string>();
  const waiting = [{ folder: '', names: namesIn(manifest) }];
  for (const { folder, names } of waiting) {
    for (const name of names) {
      const resolved = await resolve(name, { directory, folder });
      if (resolved === null || found.has(resolved.folder)) continue;
      if (resolved.link === 'store') continue;
      if (resolved.link === 'other') links.add(resolved.folder);
      else {
        found.add(resolved.folder);
        waiting.push({ folder: resolved.folder, names: namesIn(resolved.manifest) });
      }
    }
  }
  return { folders: [...found].toSorted(), links: [...links].toSorted() };
}

function namesIn(manifest: Record<string, unknown>): string[] {
  const fields = ['dependencies', 'optionalDependencies', 'peerDependencies'] as const;
  const names = fields.flatMap((field) => {
    const named = manifest[field];
    return isRecord(named) ? Object.keys(named) : [];
  });
  return names.filter((name) => /^(?:@[\w.~-]+\/)?\w[\w.~-]*$/.test(name));
}

/** The package that a name stands for in a folder: the nearest one, as Node finds it. */
async function resolve(name: string, from: { directory: string; folder: string }) {
  for (let folder = from.folder; ; folder = posix.dirname(folder)) {
    if (folder === '.') folder = '';
    if (posix.basename(folder) !== 'node_modules') {
      const path = posix.join(folder, 'node_modules', name);
      const manifest = readManifestOf(join(from.directory, path));
      if (manifest !== null) {
        return { folder: path, manifest, link: await linkOf(join(from.directory, path)) };
      }
    }
    if (folder === '') return null;
  }
}

/** Null where there is no package. */
function readManifestOf(directory: string): Record<string, unknown> | null {
  const path = 'package.json';
  try {
    const bytes = readWholeFile(join(directory, path), maxManifest);
    return readJson((bytes === null ? null : decodeText(bytes)) ?? '', { path }).value;
  } catch {
    return null;
  }
}

const maxManifest = 4 * 1024 * 1024;

/** What the folder of a package is: no link, one into the store of pnpm, or another one. */
async function linkOf(absolute: string): Promise<'none' | 'store' | 'other'> {
  if (!(await lstat(absolute)).isSymbolicLink()) return 'none';
  return /[\\/]\.pnpm[\\/]/.test(await realpath(absolute)) ? 'store' : 'other';
}
