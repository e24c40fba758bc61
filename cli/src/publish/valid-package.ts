import { checkPreRelease } from '@orchestra/packaging';
import { type Limits, type Manifest, type Problem, RegistryError } from '@orchestra/core';
import { inspectPackage, unpackPackage } from '@orchestra/packaging/node';
import { packWithin } from '../project/pack-within.ts';
import type { ValidExtension } from '../project/read-project.ts';
import type { Asset, PackedPackage } from '../release/asset.ts';

/** A package that passed every check, and its manifest. */
export interface ValidPackage extends PackedPackage {
  manifest: Manifest & { version: string };
  /** Warnings and notes. */
  problems: Problem[];
}

/** Requirements that a package must meet. */
export interface PackageRules {
  limits: Limits;
  preRelease: boolean;
}

/**
 * Packs a folder that passed every check.
 *
 * @throws RegistryError `problems-found`
 */
export async function packValidExtension(
  extension: ValidExtension,
  rules: PackageRules,
): Promise<ValidPackage> {
  const { bytes, facts } = await packWithin(extension, rules.limits);
  return requireValid({ ...extension, bytes, facts }, rules);
}

/**
 * Reads the package of a release asset as strictly as the registry will.
 *
 * @throws RegistryError `package-invalid`, `problems-found`
 */
export async function readAsset({ bytes }: Asset, rules: PackageRules): Promise<ValidPackage> {
  const { limits } = rules;
  const read = await inspectPackage(await unpackPackage(bytes, { limits }), {
    limits,
    reservedNames: new Set(),
  });
  return requireValid({ ...read, bytes }, rules);
}

function requireValid(
  read: Pick<PackedPackage, 'bytes' | 'facts'> & { manifest: Manifest | null; problems: Problem[] },
  { preRelease }: PackageRules,
): ValidPackage {
  const { manifest, bytes, facts } = read;
  const problems = [...read.problems, ...checkPreRelease(manifest?.version, { preRelease })];
  const isValid = problems.every(({ severity }) => severity !== 'error');
  if (manifest?.version === undefined || !isValid) {
    throw new RegistryError('problems-found', 'The package has errors; nothing was published', {
      hint: 'Fix them and try again.',
      problems,
    });
  }
  const { name, version } = manifest;
  return { name, version, manifest: { ...manifest, version }, bytes, facts, problems };
}
