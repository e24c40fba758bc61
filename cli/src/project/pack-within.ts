import { type Limits, RegistryError } from '@orchestra/core';
import { packFiles, type PackedExtension } from '@orchestra/packaging/node';
import { checkPackedSize } from './check-packed-size.ts';

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
