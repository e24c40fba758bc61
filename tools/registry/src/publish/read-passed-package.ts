import {
  type Analysis,
  findUnclear,
  hasErrors,
  type Limits,
  type Manifest,
  type PackageFacts,
  permissions,
  type PlannedDoc,
  type Problem,
  readVscodeRelations,
  RegistryError,
  type ReleaseManifest,
  type UnclearCode,
} from '@orchestra/core';
import { checkPreRelease, sortProblems } from '@orchestra/packaging';
import { showableAnalysis } from '@orchestra/code-analysis';
import { type ReadArchive, readArchive } from '@orchestra/packaging/node';
import type { BlobContent } from '../blobs/blob-store.ts';
import { makeDocs } from './make-docs.ts';

/** A package that passed every check, with everything that a publish needs. */
export interface PassedPackage {
  manifest: ReleaseManifest;
  facts: PackageFacts;
  /** Result of the analysis of its code. */
  analysis: Analysis;
  /** Its code that may need more than is declared. */
  unclearCode: UnclearCode;
  docs: PlannedDoc[];
  /** The bytes of the docs, by blob key. */
  contents: Map<string, BlobContent>;
  /** Warnings and notes. */
  problems: Problem[];
}

/** Requirements that a package must meet. */
export interface PackageDemands {
  limits: Limits;
  reservedNames: ReadonlySet<string>;
  sha256?: string;
  preRelease: boolean;
}

/**
 * Reads a package strictly, checks it and makes its docs.
 *
 * @throws RegistryError `problems-found` or `package-invalid` with every problem, `digest-mismatch`,
 *   `file-unreadable`
 */
export async function readPassedPackage(
  file: string,
  demands: PackageDemands,
): Promise<PassedPackage> {
  const read = await readArchive(file, demands);
  const { manifest, analysis, problems } = validate(read, demands);
  const { planned, contents } = makeDocs(manifest, { ...read, analysis });
  return {
    manifest: toReleaseManifest(manifest),
    facts: read.facts,
    analysis,
    unclearCode: findUnclear(analysis.unresolved, manifest.permissions),
    docs: planned,
    contents,
    problems,
  };
}

function validate(
  read: ReadArchive,
  { preRelease }: PackageDemands,
): { manifest: Manifest & { version: string }; analysis: Analysis; problems: Problem[] } {
  const { manifest, analysis } = read;
  const problems = sortProblems([
    ...read.problems,
    ...checkPreRelease(manifest?.version, { preRelease }),
  ]);
  if (manifest?.version !== undefined && analysis !== null && !hasErrors(problems)) {
    return {
      manifest: { ...manifest, version: manifest.version },
      analysis: showableAnalysis(analysis),
      problems,
    };
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  const what = errors.length === 1 ? 'one error' : `${errors.length} errors`;
  throw new RegistryError('problems-found', `The package has ${what}; nothing was stored`, {
    hint: 'Fix them and publish again; `orchestra ext check` shows them before you publish.',
    problems,
  });
}

/** Narrows the permissions' type: a check has already refused unknown ones. */
function toReleaseManifest(manifest: Manifest & { version: string }): ReleaseManifest {
  const { name, version, compat, displayName, description, categories, tags, engines } = manifest;
  const { license, repository, homepage } = manifest;
  const vscode = readVscodeRelations(manifest);
  const known = permissions.filter((permission) => manifest.permissions.includes(permission));
  return {
    name,
    version,
    compat,
    displayName,
    description,
    categories,
    tags,
    engines,
    permissions: known,
    ...(license === undefined ? {} : { license }),
    ...(repository === undefined ? {} : { repository }),
    ...(homepage === undefined ? {} : { homepage }),
    ...(vscode === undefined ? {} : { vscode }),
  };
}
