import { analyzePackage } from '@orchestra/code-analysis/node';
import { checkPackage, sortProblems } from '../checks/check-package.ts';
import type { LeftOutFile } from '../checks/check.ts';
import {
  type Analysis,
  defaultLimits,
  type Limits,
  type Manifest,
  type Problem,
} from '@orchestra/core';
import { packedManifest, setEntries, setVersion } from './packed-manifest.ts';
import { readManifest } from './read-manifest.ts';
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
  /** Replaces the version of the manifest. */
  setVersion?: string;
  /** Bundles in place of entry files, by JSON pointer: `/main` → `dist/main.js`. Their maps are packed too. */
  entries?: ReadonlyMap<string, string>;
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
  const { text, manifest, problems } = await readManifest(directory, (written) =>
    edited(written, options),
  );
  if (text === null) return { manifest, files: new Map(), leftOut: [], analysis: null, problems };
  const { files, leftOut } = await selectFiles(directory, {
    manifest,
    limits,
    named: mapsOf(options),
  });
  files.set('package.json', Buffer.from(packedManifest(text)));
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

function edited(text: string, { setVersion: version, entries }: ReadExtensionOptions): string {
  const versioned = version === undefined ? text : setVersion(text, version);
  return entries === undefined ? versioned : setEntries(versioned, entries);
}

/** Findings in a bundle lead back to the author's files by its map. */
function mapsOf({ entries }: ReadExtensionOptions): string[] {
  return [...(entries?.values() ?? [])].map((path) => `${path}.map`);
}
