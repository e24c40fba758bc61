import { analyzePackage } from '@orchestra/code-analysis/node';
import { checkContributions } from '@orchestra/textmate/node';
import { checkPackage, shortenProblems, sortProblems } from '../checks/check-package.ts';
import {
  type Analysis,
  type Limits,
  type Manifest,
  type PackageFacts,
  parseManifest,
  type Problem,
  problem,
} from '@orchestra/core';
import { readPackage, type ReadPackage } from './read-package.ts';

/** What was read from an uploaded package, with all its problems. */
export interface ReadArchive {
  /** Null where there is no readable manifest. */
  manifest: Manifest | null;
  files: Map<string, Uint8Array>;
  facts: PackageFacts;
  /** Result of the analysis of its code; null without a manifest. */
  analysis: Analysis | null;
  /** Errors first. */
  problems: Problem[];
}

/**
 * Reads a package file strictly and checks its content, exactly as it would be stored.
 *
 * @throws RegistryError `digest-mismatch`, `package-invalid`, `file-unreadable`
 */
export async function readArchive(
  file: string,
  options: { limits: Limits; reservedNames: ReadonlySet<string>; sha256?: string },
): Promise<ReadArchive> {
  return inspectPackage(await readPackage(file, options), options);
}

/** Checks the content of a package that is already unpacked in memory. */
export async function inspectPackage(
  { files, facts }: ReadPackage,
  options: { limits: Limits; reservedNames: ReadonlySet<string> },
): Promise<ReadArchive> {
  const text = decode(files.get('package.json'));
  if (text === null) {
    return { manifest: null, files, facts, analysis: null, problems: [missingManifest(files)] };
  }
  const nls = decode(files.get('package.nls.json'));
  const { manifest, problems } = parseManifest(text, nls === null ? {} : { nls });
  if (manifest === null) return { manifest, files, facts, analysis: null, problems };
  const [analysis, contributed] = await Promise.all([
    analyzePackage({ files, manifest }),
    checkContributions({ files, manifest }),
  ]);
  const found = checkPackage({
    manifest,
    files,
    analysis,
    leftOut: [],
    origin: 'archive',
    ...options,
  });
  const all = sortProblems([...problems, ...found, ...shortenProblems(contributed)]);
  return { manifest, files, facts, analysis, problems: all };
}

function decode(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

function missingManifest(files: ReadonlyMap<string, Uint8Array>): Problem {
  const [deeper] = [...files.keys()].filter((path) => path.endsWith('/package.json')).sort();
  const found = deeper === undefined ? 'none' : `one at ${deeper}`;
  return problem('manifest-missing', {
    path: 'package.json',
    message: `Expected a package.json at the root of the archive; found ${found}`,
    hint: 'Pack with `orchestra ext pack`: files stand at the root, not in a folder.',
  });
}
