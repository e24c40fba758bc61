import { formatBytes, type Limits, type Problem, problem, RegistryError } from '@orchestra/core';
import { packFiles, type PackedExtension } from '@orchestra/packaging/node';

/**
 * Packs files, and refuses a package that is too large for any registry.
 *
 * @throws RegistryError `problems-found` with `package-too-large`
 */
export async function packWithin(
  files: ReadonlyMap<string, Uint8Array>,
  limits: Pick<Limits, 'packedBytes'>,
): Promise<PackedExtension> {
  const packed = await packFiles(files);
  const problems = checkPackedSize(files, { size: packed.facts.size, limits });
  if (problems.length === 0) return packed;
  throw new RegistryError('problems-found', 'The package is too large; nothing was made of it', {
    hint: 'Leave out what users do not need with "files" or .orchestraignore.',
    problems,
  });
}

/** Checks that the packed file isn't larger than registries accept. */
export function checkPackedSize(
  files: ReadonlyMap<string, Uint8Array>,
  { size, limits }: { size: number; limits: Pick<Limits, 'packedBytes'> },
): Problem[] {
  if (size <= limits.packedBytes) return [];
  const [largest] = [...files].toSorted(([, left], [, right]) => right.length - left.length);
  const what = `Expected at most ${formatBytes(limits.packedBytes)} packed; found ${formatBytes(size)}`;
  const message = `${what}. The largest file has ${formatBytes(largest?.[1].length ?? 0)}`;
  return [problem('package-too-large', { path: largest?.[0] ?? '.', message })];
}
