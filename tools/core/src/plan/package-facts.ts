import * as Type from 'typebox';
import type { Static } from 'typebox';
import { Sha256Schema } from '../schema/names.ts';

/** Name, size and digest of a packed extension. */
export const PackageFactsSchema = Type.Object({
  sha256: Type.String({ ...Sha256Schema, description: 'Of the .tar.gz, in lower-case hex.' }),
  tarSha256: Type.String({
    ...Sha256Schema,
    description: 'Of the uncompressed tar, the same on every Node release.',
  }),
  size: Type.Integer({ minimum: 1, description: 'Bytes of the .tar.gz.' }),
  unpackedSize: Type.Integer({ minimum: 0, description: 'Bytes of all files in it.' }),
});
export type PackageFacts = Static<typeof PackageFactsSchema>;
