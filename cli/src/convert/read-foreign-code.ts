import {
  defaultLimits,
  editManifest,
  hasErrors,
  type Manifest,
  parseManifest,
  type Problem,
} from '@orchestra/core';
import { type LeftOutFile } from '@orchestra/packaging';
import { selectFiles } from '@orchestra/packaging/node';
import { type Bundle, isSource } from '../build/plan-bundles.ts';
import { findForeign } from '../build/write-bundles.ts';
import { bundleInMemory, type MemoryBundles } from './bundle-in-memory.ts';
import type { FoundCode } from './conversion.ts';
import { guessSources } from './guess-sources.ts';
import { guessStarted } from './guess-started.ts';
import { type LocatedCode, locateCode } from './locate-code.ts';

/** The files of an extension as they would be packed, as far as its code was found. */
export interface ReadCode {
  found: FoundCode;
  /** The manifest, with its entry files replaced by the packed ones. */
  manifest: Manifest;
  /** Packed files by path, including those that were built in memory. */
  files: ReadonlyMap<string, Uint8Array>;
  leftOut: LeftOutFile[];
  /** What is wrong with the sources. */
  problems: Problem[];
}

/**
 * Reads the code of an extension: the files that its manifest names or, where they are missing, their sources
 * bundled in memory. Writes nothing and runs none of the code.
 *
 * @param of.text of the manifest
 * @throws RegistryError `file-unreadable`, `bundler-failed`
 */
export async function readForeignCode(
  directory: string,
  of: { text: string; manifest: Manifest; nls: string },
): Promise<ReadCode> {
  const located = await locateCode(directory, of.manifest);
  const { built, started } = await bundleAll(located, { directory, manifest: of.manifest });
  const inTheWay = await findForeign(built.files, { folder: directory, bundles: located.planned });
  const text = withEntries(of.text, located.planned);
  const manifest = parseManifest(text, { nls: of.nls }).manifest ?? of.manifest;
  const isBundled = located.planned.length > 0;
  const { files, leftOut } = await selectFiles(directory, {
    manifest,
    limits: defaultLimits,
    isBundled,
  });
  files.set('package.json', Buffer.from(text));
  for (const [path, bytes] of built.files) files.set(path, bytes);
  return {
    found: describe(located, { built, started, manifest }),
    manifest,
    files,
    leftOut,
    problems: [...located.problems, ...built.problems, ...inTheWay],
  };
}

/** Bundles the entry files, then the files that their code starts. */
async function bundleAll(
  { planned, guessed, paths }: LocatedCode,
  of: { directory: string; manifest: Manifest },
): Promise<{ built: MemoryBundles; started: Bundle[] }> {
  const first = [...planned, ...guessed];
  const built = await bundleInMemory(first, of.directory);
  const entries = first.map(({ entry }) => entry);
  const started = await guessStarted(built.files, { ...of, paths, entries });
  const more = await bundleInMemory(started, of.directory);
  return {
    built: {
      files: new Map([...built.files, ...more.files]),
      notInstalled: [...new Set([...built.notInstalled, ...more.notInstalled])],
      problems: [...built.problems, ...more.problems],
    },
    started,
  };
}

/**
 * The text of the manifest as it is packed, with the bundles as entries.
 */
function withEntries(text: string, bundles: readonly Bundle[]): string {
  const named = bundles.filter(isInField);
  return editManifest(
    text,
    named.map(({ pointer, output }) => ({ path: [pointer.slice(1)], value: output })),
  );
}

/** True for an entry that a field of its own names; Raycast commands name no file. */
function isInField({ pointer }: Bundle): boolean {
  return !pointer.startsWith('/commands/');
}

function describe(
  { planned, guessed, packed, missing }: LocatedCode,
  of: { built: MemoryBundles; started: readonly Bundle[]; manifest: Manifest },
): FoundCode {
  const { built, started, manifest } = of;
  const sources = [...planned, ...guessed, ...started].map(({ entry }) => entry);
  const found: FoundCode = {
    from: 'none',
    entries: [...sources, ...packed],
    unbuilt: [...guessed, ...started].map(({ output }) => output),
    sources: started.length > 0 ? {} : nameable(guessed),
    bundled: planned.filter(isInField).map(({ pointer, entry, output }) => ({
      field: pointer.slice(1),
      source: entry,
      output,
    })),
    missing: missing.map(({ path }) => path),
    lookedFor: missing.flatMap(({ path }) => [path, ...likeliestSource(path, manifest)]),
    notInstalled: built.notInstalled,
  };
  if (hasErrors(built.problems) && built.files.size === 0) found.from = 'broken';
  else if (sources.length > 0) found.from = 'source';
  else if (packed.length > 0) found.from = 'package';
  else if (missing.length > 0) found.from = 'missing';
  return found;
}

/** The sources that the manifest could name, by field, so that a build makes the bundles. */
function nameable(guessed: readonly Bundle[]): Record<string, string> {
  const named = guessed.filter((bundle) => isInField(bundle) && isSource(bundle.entry));
  return Object.fromEntries(named.map(({ pointer, entry }) => [pointer.slice(1), entry]));
}

function likeliestSource(path: string, { compat }: Manifest): string[] {
  const [source] = guessSources(path, { paths: new Set(), configs: new Map(), scripts: [] });
  if (source === undefined) return [];
  return [compat === 'raycast' ? source.replace(/\.ts$/, '.tsx') : source];
}
