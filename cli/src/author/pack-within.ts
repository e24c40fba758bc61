import { type Limits, problem, RegistryError } from '@orchestra/core';
import { packFiles, type PackedExtension } from '@orchestra/core/node';
import { formatBytes } from '../render/format.ts';

/**
 * Packs files, and refuses a package that no registry would take.
 *
 * @throws RegistryError `problems-found` with `package-too-large`
 */
export async function packWithin(
  files: ReadonlyMap<string, Uint8Array>,
  limits: Pick<Limits, 'packedBytes'>,
): Promise<PackedExtension> {
  const packed = await packFiles(files);
  const { size } = packed.facts;
  if (size <= limits.packedBytes) return packed;
  const [largest] = [...files].toSorted(([, left], [, right]) => right.length - left.length);
  const what = `Expected at most ${formatBytes(limits.packedBytes)} packed; found ${formatBytes(size)}`;
  const message = `${what}. The largest file has ${formatBytes(largest?.[1].length ?? 0)}`;
  throw new RegistryError('problems-found', 'The package is too large; nothing was made of it', {
    hint: 'Leave out what users do not need with "files" or .orchestraignore.',
    problems: [problem('package-too-large', { path: largest?.[0] ?? '.', message })],
  });
}
