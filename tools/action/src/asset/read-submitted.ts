import {
  type Config,
  problem,
  type Problem,
  type PublishSubmission,
  RegistryError,
} from '@orchestra/core';
import type { GitHub } from '@orchestra/github';
import { type PassedPackage, readPassedPackage } from '@orchestra/registry';
import { prerelease } from 'semver';
import { downloadAsset, type DownloadContext } from './download-asset.ts';
import { findSubmittedAsset, type SubmittedAsset } from './find-submitted-asset.ts';

/** The package of a submission, with its source. */
export interface Submitted {
  found: SubmittedAsset;
  passed: PassedPackage;
}

/** Settings for reading a submission. */
export interface SubmittedContext extends DownloadContext {
  github: GitHub;
  limits: Config['limits'];
  reservedNames: ReadonlySet<string>;
}

/**
 * Reads the package of a submission: finds the asset at GitHub, downloads it, reads it strictly and runs
 * every check.
 *
 * @param at.path of the submission, for the problems
 * @param at.file path for the downloaded package
 * @throws RegistryError `problems-found` and `package-invalid` with every problem, `source-unusable`,
 *   `github-unreachable`, `github-failed`, `rate-limited`
 */
export async function readSubmitted(
  submission: PublishSubmission,
  { path, file, ...context }: SubmittedContext & { path: string; file: string },
): Promise<Submitted> {
  const { found, problems } = await findSubmittedAsset(submission, { ...context, path });
  problems.push(...checkSize(submission, { ...context, path }));
  if (found === null || problems.length > 0) throw refuse(problems);
  const { repository, asset } = found;
  const downloaded = await downloadAsset({ repository, ...asset, file }, context);
  if (downloaded === 'gone') {
    const message = `The asset ${asset.id} can't be downloaded any more`;
    throw refuse([problem('source-asset', { path: `${path}#/source/releaseAssetId`, message })]);
  }
  if (downloaded.sha256 !== submission.sha256) {
    const message = `The asset has SHA-256 ${downloaded.sha256}; expected ${submission.sha256}`;
    throw refuse([problem('source-digest', { path: `${path}#/sha256`, message })]);
  }
  const preRelease = prerelease(submission.version) !== null;
  const passed = await readPassedPackage(file, { ...context, preRelease });
  const other = checkManifest(submission, { passed, path });
  if (other.length > 0) throw refuse(other);
  return { found, passed };
}

function checkSize(
  { size }: PublishSubmission,
  { limits, path }: { limits: Config['limits']; path: string },
): Problem[] {
  if (size <= limits.packedBytes) return [];
  const message = `Expected at most ${limits.packedBytes} bytes packed; found ${size}`;
  return [problem('package-too-large', { path: `${path}#/size`, message })];
}

function checkManifest(
  submission: PublishSubmission,
  { passed, path }: { passed: PassedPackage; path: string },
): Problem[] {
  return (['name', 'version'] as const).flatMap((field) => {
    if (submission[field] === passed.manifest[field]) return [];
    const message = `The package says ${passed.manifest[field]}; the submission says ${submission[field]}`;
    return [problem('source-manifest', { path: `${path}#/${field}`, message })];
  });
}

function refuse(problems: Problem[]): RegistryError {
  const what = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return new RegistryError('problems-found', `The submission has ${what}`, {
    hint: 'Mend them and submit again.',
    problems,
  });
}
