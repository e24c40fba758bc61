import {
  type PackageAnalysis,
  defaultLimits,
  type Limits,
  type Manifest,
  type Problem,
  problem,
  type ReplacedValues,
  replaceValues,
  replaceValuesInText,
} from '@orchestra/core';
import { analyzePackage } from '@orchestra/code-analysis/node';
import { checkContributions } from '@orchestra/textmate/node';
import { checkPackage, shortenProblems, sortProblems } from '../checks/check-package.ts';
import type { LeftOutFile } from '../checks/check.ts';
import { packedManifest } from './packed-manifest.ts';
import { readManifest, type ReadManifest } from './read-manifest.ts';
import { findRootFiles, type RepositoryAround, type RootFiles } from './find-root-files.ts';
import { findReadme } from '../checks/find-documents.ts';
import { type SelectedFiles, selectFiles } from './select-files.ts';

/** An author's folder read as a package, with all its problems. */
export interface ReadExtension {
  /** Null where there is no readable manifest. */
  manifest: Manifest | null;
  /** Packed files by path; package.json is without emails and with replaced values. */
  files: Map<string, Uint8Array>;
  /** Paths of the files that their owner may execute. */
  executables: ReadonlySet<string>;
  leftOut: LeftOutFile[];
  /** Paths in the repository of files around the folder that are taken in, or could be, by path in the package. */
  rootFiles: ReadonlyMap<string, string>;
  /** Result of the analysis of its code; null without a manifest. */
  analysis: PackageAnalysis | null;
  /** Errors first. */
  problems: Problem[];
}

/** What the caller knows already, and what replaces values of the manifest. */
export interface ReadExtensionOptions {
  /** The manifest, where the caller has read it already. */
  read?: ReadManifest;
  /** Files that a build made and didn't write, by path: they stand for those of the folder. */
  made?: ReadonlyMap<string, Uint8Array>;
  /** Values that replace those of the manifest. Source maps of replaced entry files are packed too. */
  replaced?: ReplacedValues;
  limits?: Limits;
  /** The repository around the folder; null or left out where there is none. */
  around?: RepositoryAround | null;
  /** Takes in what the folder lacks and the repository around it has. */
  includeRoot?: boolean;
  reservedNames?: ReadonlySet<string>;
}

/**
 * Reads an extension's folder and checks it.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function readExtension(
  directory: string,
  options: ReadExtensionOptions = {},
): Promise<ReadExtension> {
  const limits = options.limits ?? defaultLimits;
  const { replaced = {} } = options;
  const { text, ...parsed } = options.read ?? (await readManifest(directory));
  const { manifest, problems } = replaceValues(parsed, replaced);
  if (text === null) return { ...nothing, manifest, problems };
  const named = mapsOf(replaced);
  const isBundled = named.length > 0;
  const selected = await selectFiles(directory, { manifest, limits, named, isBundled });
  const { files, executables } = selected;
  for (const [path, bytes] of options.made ?? []) files.set(path, bytes);
  const around = await findAround(options.around ?? null, { manifest, limits, ...selected });
  const takes = options.includeRoot === true;
  for (const [path, bytes] of takes ? around.files : []) files.set(path, bytes);
  // a link to a document that is taken in now
  const leftOut = selected.leftOut.filter(({ path }) => !files.has(path));
  const written = manifest === null ? text : replaceValuesInText(text, replaced);
  files.set('package.json', Buffer.from(packedManifest(written, manifest?.raw ?? null)));
  const read = { manifest, files, executables, leftOut, rootFiles: around.sources };
  if (manifest === null) return { ...read, analysis: null, problems };
  const [analysis, contributed] = await Promise.all([
    analyzePackage({ files, manifest }),
    checkContributions({ files, manifest }),
  ]);
  const found = checkPackage({
    manifest,
    files,
    leftOut,
    analysis,
    limits,
    reservedNames: options.reservedNames ?? new Set(),
    origin: 'folder',
  });
  const outside = takes ? [] : tellRootFiles(around.sources);
  const all = [...problems, ...found, ...shortenProblems(contributed), ...outside];
  return { ...read, analysis, problems: sortProblems(all) };
}

async function findAround(
  around: RepositoryAround | null,
  of: SelectedFiles & { manifest: Manifest | null; limits: Limits },
): Promise<RootFiles> {
  if (around === null) return { files: new Map(), sources: new Map() };
  const refused = of.leftOut.filter(({ reason }) => reason !== 'link').map(({ path }) => path);
  return findRootFiles(around, { ...of, refused });
}

/** One note for all that the repository has and the package lacks. */
function tellRootFiles(sources: ReadonlyMap<string, string>): Problem[] {
  const names = [...sources.values()];
  if (names.length === 0) return [];
  const shown = names.slice(0, 5).join(', ');
  const all = names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
  const message = `Found outside of the folder, and not in the package: ${all}`;
  return [problem('root-files', { path: findReadme(sources.keys()) ?? 'README.md', message })];
}

const nothing = {
  files: new Map<string, Uint8Array>(),
  executables: new Set<string>(),
  leftOut: [],
  rootFiles: new Map<string, string>(),
  analysis: null,
};

/** Source maps of bundles, which trace findings back to the author's files. */
function mapsOf({ entries }: ReplacedValues): string[] {
  return [...(entries?.values() ?? [])].map((path) => `${path}.map`);
}
