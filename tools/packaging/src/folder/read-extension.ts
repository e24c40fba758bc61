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

/** An author's folder as it would be packed, with everything wrong with it. */
export interface ReadExtension {
  /** Null where there is no manifest that can be read. */
  manifest: Manifest | null;
  /** By path, as they are packed: package.json without emails, and with what was set. */
  files: Map<string, Uint8Array>;
  leftOut: LeftOutFile[];
  /** What its code uses; null without a manifest. */
  analysis: Analysis | null;
  /** Errors first. */
  problems: Problem[];
}

/** What is known beside the folder itself. */
export interface ReadExtensionOptions {
  /** Its manifest, where it was read already. */
  read?: ReadManifest;
  /** What takes the place of values of the manifest. The maps of bundles that are entries are packed too. */
  replaced?: ReplacedValues;
  limits?: Limits;
  reservedNames?: ReadonlySet<string>;
}

/**
 * Reads the folder of an extension and checks it.
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
  if (text === null) return { manifest, files: new Map(), leftOut: [], analysis: null, problems };
  const { files, leftOut } = await selectFiles(directory, {
    manifest,
    limits,
    named: mapsOf(replaced),
  });
  const written = manifest === null ? text : replaceValuesInText(text, replaced);
  files.set('package.json', Buffer.from(packedManifest(written, manifest?.raw ?? null)));
  if (manifest === null) return { manifest, files, leftOut, analysis: null, problems };
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
  return { manifest, files, leftOut, analysis, problems: sortProblems([...problems, ...found]) };
}

/** Findings in a bundle lead back to the author's files by its map. */
function mapsOf({ entries }: ReplacedValues): string[] {
  return [...(entries?.values() ?? [])].map((path) => `${path}.map`);
}
