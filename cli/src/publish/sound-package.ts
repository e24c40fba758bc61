import { checkPreRelease } from '@orchestra/packaging';
import { type Limits, type Manifest, type Problem, RegistryError } from '@orchestra/core';
import { inspectPackage, unpackPackage } from '@orchestra/packaging/node';
import { packWithin } from '../author/pack-within.ts';
import type { Sound } from '../author/read-own.ts';
import type { Asset } from '../release/asset.ts';
import type { OwnPackage } from '../release/own-package.ts';

/** A package that passed every check, and its manifest. */
export interface SoundPackage extends OwnPackage {
  manifest: Manifest & { version: string };
  /** Warnings and notes. */
  problems: Problem[];
}

/** What a package must be. */
export interface PackageRules {
  limits: Limits;
  preRelease: boolean;
}

/**
 * Packs a folder that passed every check.
 *
 * @throws RegistryError `problems-found`
 */
export async function packSound(own: Sound, rules: PackageRules): Promise<SoundPackage> {
  const { bytes, facts } = await packWithin(own.files, rules.limits);
  return requireSound({ ...own, bytes, facts }, rules);
}

/**
 * Reads the package of a release asset as strictly as the registry will.
 *
 * @throws RegistryError `package-invalid`, `problems-found`
 */
export async function readAsset({ bytes }: Asset, rules: PackageRules): Promise<SoundPackage> {
  const { limits } = rules;
  const read = await inspectPackage(await unpackPackage(bytes, { limits }), {
    limits,
    reservedNames: new Set(),
  });
  return requireSound({ ...read, bytes }, rules);
}

function requireSound(
  read: Pick<OwnPackage, 'bytes' | 'facts'> & { manifest: Manifest | null; problems: Problem[] },
  { preRelease }: PackageRules,
): SoundPackage {
  const { manifest, bytes, facts } = read;
  const problems = [...read.problems, ...checkPreRelease(manifest?.version, { preRelease })];
  const isSound = problems.every(({ severity }) => severity !== 'error');
  if (manifest?.version === undefined || !isSound) {
    throw new RegistryError('problems-found', 'The package has errors; nothing was published', {
      hint: 'Fix them and try again.',
      problems,
    });
  }
  const { name, version } = manifest;
  return { name, version, manifest: { ...manifest, version }, bytes, facts, problems };
}
