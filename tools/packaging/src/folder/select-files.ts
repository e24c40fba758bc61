import { systemCode } from '@orchestra/core/node';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LeftOutFile } from '../checks/check.ts';
import { decodeText } from '../checks/text-lines.ts';
import { findChangelog, findReadme } from '../checks/find-documents.ts';
import {
  findImages,
  findThemeFiles,
  type Limits,
  localImage,
  type Manifest,
  RegistryError,
  themePaths,
} from '@orchestra/core';
import { choosePaths, type PathChoice } from './choose-paths.ts';
import { findImported } from './find-imported.ts';
import { inTime } from './in-time.ts';
import { isEarlierPackage } from './is-earlier-package.ts';
import { type ListedFolder, listFolder } from './list-folder.ts';
import { listModules } from './list-modules.ts';
import { type PackingRules, packingRules } from './packing-rules.ts';
import { readFileWithMode, readWholeFile } from './read-whole-file.ts';

const maxOptionalBytes = 32 * 1024 * 1024;
const maxChoosing = 20_000;

/** The files of a folder that are packed, and those that are left out. */
export interface SelectedFiles {
  files: Map<string, Uint8Array>;
  /** Paths of the files that their owner may execute. */
  executables: Set<string>;
  leftOut: LeftOutFile[];
}

/**
 * Reads the files to pack, each once, so that exactly the checked bytes are packed. A file that would make
 * the package too large is left out unread.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function selectFiles(
  directory: string,
  by: {
    manifest: Manifest | null;
    limits: Limits;
    /** Paths that go in as well. */
    named?: readonly string[];
    /** True where the code was bundled from its sources, together with what it imports. */
    isBundled?: boolean;
  },
): Promise<SelectedFiles> {
  const listed = await listAll(directory, by);
  const { chosen, leftOut } = choose({
    paths: listed.paths,
    manifest: by.manifest,
    ignoreRules: readOptional(directory, '.orchestraignore'),
    rules: listed.rules,
    shown: [
      ...(by.named ?? []),
      ...shownImages(directory, listed.paths),
      ...themeFiles(directory, by.manifest),
      ...importedFiles(directory, { paths: listed.paths, manifest: by.manifest }),
    ],
  });
  const read = await readAll(directory, { paths: chosen, ...by });
  return { ...read, leftOut: [...listed.leftOut, ...leftOut, ...read.leftOut] };
}

/** Lists the files outside of `node_modules`, then those in it that the rules may take. */
async function listAll(
  directory: string,
  { manifest, isBundled = false }: { manifest: Manifest | null; isBundled?: boolean },
): Promise<ListedFolder & { rules: PackingRules }> {
  const own = await listFolder(directory);
  const isModules = ({ reason }: LeftOutFile) => reason === 'node-modules';
  const vscodeIgnore = own.paths.includes('.vscodeignore')
    ? readOptional(directory, '.vscodeignore')
    : null;
  const of = { manifest, paths: own.paths, vscodeIgnore, isBundled };
  const parsed = follow(() => packingRules(of));
  const rules = {
    ...parsed,
    mayTakeBelow: (folder: string) => follow(() => parsed.mayTakeBelow(folder)),
  };
  const folders = own.leftOut.filter(isModules).map(({ path }) => path);
  const modules = await listModules(directory, { folders, manifest, rules });
  const leftOut = [...own.leftOut.filter((left) => !isModules(left)), ...modules.leftOut];
  return { paths: [...own.paths, ...modules.paths].sort(), leftOut, rules };
}

function choose(choice: PathChoice): ReturnType<typeof choosePaths> {
  return follow(() => choosePaths(choice));
}

/** Follows patterns under a time limit, because an author's may never end. */
function follow<Result>(patterns: () => Result): Result {
  try {
    return inTime(patterns, maxChoosing);
  } catch (error) {
    throw new RegistryError('file-unreadable', "The patterns of what is packed can't be followed", {
      hint: 'Write fewer and simpler ones in files of package.json, .orchestraignore and .vscodeignore.',
      cause: error,
    });
  }
}

function shownImages(directory: string, paths: readonly string[]): string[] {
  const documents = [findReadme(paths), findChangelog(paths)].filter((path) => path !== undefined);
  return documents
    .map((path) => readOptional(directory, path))
    .flatMap(findImages)
    .map(localImage)
    .filter((path) => path !== undefined);
}

/** Files that themes refer to. A theme may extend another one, and so on; each is read once. */
function themeFiles(directory: string, manifest: Manifest | null): string[] {
  const waiting = manifest === null ? [] : themePaths(manifest.raw['contributes']);
  const found = new Set<string>();
  for (const path of waiting) {
    for (const file of findThemeFiles(readOptional(directory, path), { path })) {
      if (found.has(file)) continue;
      found.add(file);
      if (file.endsWith('.json')) waiting.push(file);
    }
  }
  return [...found];
}

function importedFiles(
  directory: string,
  { paths, manifest }: { paths: readonly string[]; manifest: Manifest | null },
): string[] {
  if (manifest === null) return [];
  return findImported({ manifest, paths, read: (path) => readOptional(directory, path) });
}

async function readAll(
  directory: string,
  what: { paths: readonly string[]; limits: Limits; manifest: Manifest | null },
): Promise<SelectedFiles> {
  const files = new Map<string, Uint8Array>();
  const executables = new Set<string>();
  const leftOut: LeftOutFile[] = [];
  let room = what.limits.unpackedBytes;
  for (const [nth, path] of what.paths.entries()) {
    // reading small files synchronously is much faster; a pause now and then lets other work run
    if (nth % 64 === 0) await setImmediate();
    const read = readOne(directory, { path, room });
    if (read === null) leftOut.push({ path, reason: 'too-large' });
    else if (isEarlierPackage({ path, bytes: read.bytes }, what)) {
      leftOut.push({ path, reason: 'earlier-package' });
    } else {
      files.set(path, read.bytes);
      if (read.isExecutable) executables.add(path);
      room -= read.bytes.length;
    }
  }
  return { files, executables, leftOut };
}

function readOne(directory: string, of: { path: string; room: number }) {
  const absolute = join(directory, of.path);
  try {
    return readFileWithMode(absolute, of.room);
  } catch (error) {
    const isGone = systemCode(error) === 'ENOENT';
    throw new RegistryError('file-unreadable', `${absolute} can't be read`, {
      hint: isGone
        ? 'It went away meanwhile: try again when nothing writes to the folder.'
        : 'Check its permissions, or leave it out with .orchestraignore.',
      cause: error,
    });
  }
}

/** Reads rules, documents, themes or code; '' where the file is missing or too long for any of these. */
function readOptional(directory: string, path: string): string {
  try {
    const bytes = readWholeFile(join(directory, path), maxOptionalBytes);
    return bytes === null ? '' : (decodeText(bytes) ?? '');
  } catch {
    return '';
  }
}
