import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LeftOutFile } from '../checks/check.ts';
import { findChangelog, findReadme } from '../checks/find-documents.ts';
import { findImages, localImage } from '../manifest/find-images.ts';
import { findThemeFiles, themePaths } from '../manifest/find-theme-files.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { RegistryError } from '../registry-error.ts';
import type { Limits } from '../schema/limits.ts';
import { choosePaths } from './choose-paths.ts';
import { listFolder } from './list-folder.ts';

/** The files of a folder that go into a package, and those that don't. */
export interface SelectedFiles {
  files: Map<string, Uint8Array>;
  leftOut: LeftOutFile[];
}

/**
 * Reads what goes into a package. A file that alone is larger than a package may be is left out
 * unread; everything else is read once, so that what is checked is what is packed.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function selectFiles(
  directory: string,
  by: {
    manifest: Manifest | null;
    limits: Limits;
    /** Paths that go in as well. */ named?: readonly string[];
  },
): Promise<SelectedFiles> {
  const listed = await listFolder(directory);
  const { chosen, leftOut } = choosePaths({
    paths: listed.paths,
    manifest: by.manifest,
    ignoreRules: await readOptional(directory, '.orchestraignore'),
    shown: [
      ...(by.named ?? []),
      ...(await shownImages(directory, listed.paths)),
      ...(await themeFiles(directory, by.manifest)),
    ],
  });
  const read = await readAll(directory, { paths: chosen, limits: by.limits });
  return { files: read.files, leftOut: [...listed.leftOut, ...leftOut, ...read.leftOut] };
}

async function shownImages(directory: string, paths: readonly string[]): Promise<string[]> {
  const documents = [findReadme(paths), findChangelog(paths)].filter((path) => path !== undefined);
  const texts = await Promise.all(documents.map((path) => readOptional(directory, path)));
  return texts
    .flatMap(findImages)
    .map(localImage)
    .filter((path) => path !== undefined);
}

/** A theme may build on another, which may build on a third: every one is read once. */
async function themeFiles(directory: string, manifest: Manifest | null): Promise<string[]> {
  const waiting = manifest === null ? [] : themePaths(manifest.raw['contributes']);
  const found = new Set<string>();
  for (const path of waiting) {
    for (const file of findThemeFiles(await readOptional(directory, path), { path })) {
      if (found.has(file)) continue;
      found.add(file);
      if (file.endsWith('.json')) waiting.push(file);
    }
  }
  return [...found];
}

async function readAll(
  directory: string,
  what: { paths: readonly string[]; limits: Limits },
): Promise<SelectedFiles> {
  const files = new Map<string, Uint8Array>();
  const leftOut: LeftOutFile[] = [];
  for (const [nth, path] of what.paths.entries()) {
    // small files are read much faster at once than by turns; others get a turn now and then
    if (nth % 64 === 0) await setImmediate();
    const bytes = readOne(directory, { path, ...what });
    if (bytes === null) leftOut.push({ path, reason: 'too-large' });
    else files.set(path, bytes);
  }
  return { files, leftOut };
}

/** Measures and reads the same open file, so that one that grows meanwhile can't be larger than measured. */
function readOne(directory: string, of: { path: string; limits: Limits }): Uint8Array | null {
  const absolute = join(directory, of.path);
  try {
    const file = openSync(absolute, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > of.limits.unpackedBytes) return null;
      const bytes = Buffer.alloc(size);
      return bytes.subarray(0, readWhole(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new RegistryError('file-unreadable', `${absolute} can't be read`, {
      hint: 'Check its permissions, or leave it out with .orchestraignore.',
      cause: error,
    });
  }
}

function readWhole(file: number, bytes: Buffer): number {
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, read);
    if (more === 0) break;
    read += more;
  }
  return read;
}

async function readOptional(directory: string, path: string): Promise<string> {
  return readFile(join(directory, path), 'utf8').catch(() => '');
}
