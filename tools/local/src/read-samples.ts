import { parseJson, RegistryError } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/**
 * Folder of the sample extensions: `<name>/<version>/`, each with the files that differ from the version
 * before; `<name>/tests/` has tests of the latest one, which are no part of it.
 */
export const samplesFolder = fileURLToPath(new URL('../samples/', import.meta.url));

/** `samples.json`: the samples with their publishers, in publishing order. */
const SamplesSchema = Type.Object({
  extensions: Type.Array(
    Type.Object({
      name: Type.String(),
      publisher: Type.String(),
      featured: Type.Boolean(),
      verified: Type.Boolean(),
      versions: Type.Array(
        Type.Object({
          version: Type.String(),
          preRelease: Type.Optional(Type.Boolean()),
          yanked: Type.Optional(Type.String({ description: 'Why.' })),
        }),
      ),
    }),
  ),
});
/** A sample extension with its versions. */
export type Sample = Static<typeof SamplesSchema>['extensions'][number];

/** Reads the list of samples. @throws RegistryError `registry-failed` */
export async function readSamples(): Promise<Sample[]> {
  const text = await readFile(join(samplesFolder, 'samples.json'), 'utf8');
  const parsed = parseJson(SamplesSchema, text);
  if (parsed.ok) return parsed.value.extensions;
  throw new RegistryError('registry-failed', `samples.json: ${parsed.reason}`);
}
