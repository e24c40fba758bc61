import {
  type Analysis,
  defaultLimits,
  type Limits,
  type Manifest,
  type Problem,
  type ReplacedValues,
  replaceValues,
  replaceValuesInText,
} from '@orchestra/core';
import { analyzePackage } from '@orchestra/code-analysis/node';
import { checkPackage, sortProblems } from '../checks/check-package.ts';
import type { LeftOutFile } from '../checks/check.ts';
import { packedManifest } from './packed-manifest.ts';
import { readManifest, type ReadManifest } from './read-manifest.ts';
import { selectFiles } from './select-files.ts';

/** An author's folder read as a package, with all its problems. */
export interface ReadExtension {
  /** Null where there is no readable manifest. */
  manifest: Manifest | null;
  /** Packed files by path; package.json is without emails and with replaced values. */
  files: Map<string, Uint8Array>;
  /** Paths of the files that their owner may execute. */
  executables: ReadonlySet<string>;
  leftOut: LeftOutFile[];
  /** Result of the analysis of its code; null without a manifest. */
  analysis: Analysis | null;
  /** Errors first. */
  problems: Problem[];
}

/** What the caller knows already, and what replaces values of the manifest. */
export interface ReadExtensionOptions {
  /** The manifest, where the caller has read it already. */
  read?: ReadManifest;
  /** Values that replace those of the manifest. Source maps of replaced entry files are packed too. */
  replaced?: ReplacedValues;
  limits?: Limits;
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
  const { files, executables, leftOut } = await selectFiles(directory, {
    manifest,
    limits,
    named: mapsOf(replaced),
  });
  const written = manifest === null ? text : replaceValuesInText(text, replaced);
  files.set('package.json', Buffer.from(packedManifest(written, manifest?.raw ?? null)));
  const read = { manifest, files, executables, leftOut };
  if (manifest === null) return { ...read, analysis: null, problems };
  const analysis = await analyzePackage({ files, manifest });
  const found = checkPackage({
    manifest,
    files,
    leftOut,
    analysis,
    limits,
    reservedNames: options.reservedNames ?? new Set(),
    origin: 'folder',
  });
  return { ...read, analysis, problems: sortProblems([...problems, ...found]) };
}

const nothing = {
  files: new Map<string, Uint8Array>(),
  executables: new Set<string>(),
  leftOut: [],
  analysis: null,
};

/** Source maps of bundles, which trace findings back to the author's files. */
function mapsOf({ entries }: ReplacedValues): string[] {
  return [...(entries?.values() ?? [])].map((path) => `${path}.map`);
}
