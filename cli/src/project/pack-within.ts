import { formatBytes, type Limits, type Problem, problem, RegistryError } from '@orchestra/core';
import { packFiles, type PackedExtension, unpackPackage } from '@orchestra/packaging/node';

/** The files of a package, and the paths of those that may be executed. */
export interface FilesToPack {
  files: ReadonlyMap<string, Uint8Array>;
  executables: ReadonlySet<string>;
}

/**
 * Packs files, and refuses a package that no registry takes and nobody can install.
 *
 * @throws RegistryError `problems-found`
 */
export async function packWithin(of: FilesToPack, limits: Limits): Promise<PackedExtension> {
  const packed = await packFiles(of.files, of.executables);
  const problems = await checkPacked(packed, { ...of, limits });
  if (problems.length === 0) return packed;
  throw new RegistryError('problems-found', 'The package is refused; nothing was made of it', {
    hint: 'Leave out what users do not need with "files" or .orchestraignore.',
    problems,
  });
}

/** Reads a package as installing and publishing do, and returns what they would refuse. */
export async function checkPacked(
  { bytes, facts }: PackedExtension,
  { files, limits }: Pick<FilesToPack, 'files'> & { limits: Limits },
): Promise<readonly Problem[]> {
  if (facts.size > limits.packedBytes) return [tooLarge(facts.size, { files, limits })];
  try {
    await unpackPackage(bytes, { limits });
    return [];
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'package-invalid') return error.problems;
    throw error;
  }
}

function tooLarge(
  size: number,
  { files, limits }: Pick<FilesToPack, 'files'> & { limits: Pick<Limits, 'packedBytes'> },
): Problem {
  const [largest] = [...files].toSorted(([, left], [, right]) => right.length - left.length);
  const what = `Expected at most ${formatBytes(limits.packedBytes)} packed; found ${formatBytes(size)}`;
  const message = `${what}. The largest file has ${formatBytes(largest?.[1].length ?? 0)}`;
  return problem('package-too-large', { path: largest?.[0] ?? '.', message });
}
