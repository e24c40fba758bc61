import { lstat, readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { decodeDocument, findImages, type Limits, type Manifest } from '@orchestra/core';
import { findChangelog, findLicense, findReadme } from '../checks/find-documents.ts';
import { isSecretFile } from '../checks/secret-files.ts';
import { readWholeFile } from './read-whole-file.ts';
import { moveTargets, repositoryTarget } from './repository-targets.ts';

/** The repository around the folder of an extension. */
export interface RepositoryAround {
  /** Absolute path of the top level of its checkout. */
  top: string;
  /** Path of the extension's folder below it: `packages/tide`. */
  folder: string;
  /** Tells which of the files, by their paths in the repository, git doesn't ignore. */
  listed: (paths: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Files of the repository around a folder that belong into its package. */
export interface RootFiles {
  /** Content by path in the package: also of a README whose links were rewritten. */
  files: Map<string, Uint8Array>;
  /** Paths in the repository of what the folder lacks, by path in the package. */
  sources: Map<string, string>;
}

/**
 * Finds README, LICENSE and CHANGELOG that a folder lacks, in the nearest folder above that has them, and the
 * images outside of the folder that the README shows, which go into `repository/`. Nothing outside of the
 * repository, behind a link, ignored by git or secret is taken.
 */
export async function findRootFiles(
  around: RepositoryAround,
  of: {
    manifest: Manifest | null;
    files: ReadonlyMap<string, Uint8Array>;
    /** Paths that were left out on purpose. */ refused: readonly string[];
    limits: Limits;
  },
): Promise<RootFiles> {
  const found: RootFiles = { files: new Map(), sources: new Map() };
  let room = of.limits.unpackedBytes;
  for (const bytes of of.files.values()) room -= bytes.length;
  /** @param sources paths in the package by paths in the repository */
  const take = async (sources: ReadonlyMap<string, string>) => {
    const listed = await around.listed([...sources.keys()]);
    for (const [source, path] of sources) {
      if (isSecretFile(source) || !listed.has(source) || of.files.has(path)) continue;
      const bytes = await readPlain(around, { path: source, room });
      if (bytes === null) continue;
      found.files.set(path, bytes);
      found.sources.set(path, source);
      room -= bytes.length;
    }
  };
  await take(await findDocuments(around, [...of.files.keys(), ...of.refused]));
  const readme = findReadme([...of.files.keys(), ...found.files.keys()]);
  const text =
    readme === undefined ? null : textOf(found.files.get(readme) ?? of.files.get(readme));
  if (readme === undefined || text === null) return found;
  const source = found.sources.get(readme);
  const from = source === undefined ? around.folder : posix.dirname(source);
  const images = findOutside(text, { from, folder: around.folder });
  await take(images);
  const taken = new Map([...images].filter(([, path]) => found.files.has(path)));
  const by = { from, to: around.folder, images: taken, manifest: of.manifest };
  const moved = moveTargets(text, by);
  if (moved !== text) found.files.set(readme, Buffer.from(moved));
  return found;
}

/** Paths in the package by paths in the repository, of the documents that the folder lacks. */
async function findDocuments(
  around: RepositoryAround,
  there: readonly string[],
): Promise<Map<string, string>> {
  const documents = new Map<string, string>();
  for (const find of [findReadme, findLicense, findChangelog]) {
    const source = find(there) === undefined ? await findAbove(around, find) : undefined;
    if (source !== undefined) documents.set(source, posix.basename(source));
  }
  return documents;
}

/** Paths in the package by paths in the repository, of the images outside of the folder. */
function findOutside(
  text: string,
  { from, folder }: { from: string; folder: string },
): Map<string, string> {
  const paths = findImages(text)
    .map((target) => repositoryTarget(target, from))
    .filter((path) => path !== null && image.test(path) && !path.startsWith(`${folder}/`));
  return new Map(paths.slice(0, mostImages).map((path) => [path ?? '', `repository/${path}`]));
}

function textOf(bytes: Uint8Array | undefined): string | null {
  const text = bytes === undefined ? null : decodeDocument(bytes);
  return text === null || text.length > longestReadme ? null : text;
}

const longestReadme = 1024 * 1024;
const mostImages = 200;
const image = /\.(?:apng|avif|gif|jpe?g|png|svg|webp)$/i;

/** The path of a document in the nearest folder above that has it. */
async function findAbove(
  { top, folder }: RepositoryAround,
  find: (paths: Iterable<string>) => string | undefined,
): Promise<string | undefined> {
  for (let above = folder; above !== '.';) {
    above = posix.dirname(above);
    const entries = await readdir(join(top, above), { withFileTypes: true });
    const name = find(entries.filter((entry) => entry.isFile()).map((entry) => entry.name));
    if (name !== undefined) return posix.join(above, name);
  }
  return undefined;
}

/** Reads a file; null for one that a link leads to, that isn't there, or is too large. */
async function readPlain(
  { top }: RepositoryAround,
  { path, room }: { path: string; room: number },
): Promise<Uint8Array | null> {
  try {
    const absolute = join(await realpath(top), path);
    const isPlain = (await lstat(absolute)).isFile() && (await realpath(absolute)) === absolute;
    return isPlain ? readWholeFile(absolute, room) : null;
  } catch {
    return null;
  }
}
