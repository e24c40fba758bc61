import * as Type from 'typebox';
import type { Static } from 'typebox';

/** Size limits of packages; a registry publishes its own in `config.json`. */
export const LimitsSchema = Type.Object(
  {
    packedBytes: Type.Integer({ minimum: 1, description: 'Size of the .tar.gz, in bytes.' }),
    unpackedBytes: Type.Integer({ minimum: 1, description: 'Size of all files, in bytes.' }),
    entries: Type.Integer({ minimum: 1, description: 'Number of files and folders.' }),
    ratio: Type.Integer({ minimum: 1, description: 'Unpacked size over packed size.' }),
  },
  { additionalProperties: false },
);
export type Limits = Static<typeof LimitsSchema>;

/** 20 MiB packed, 100 MiB unpacked, 5,000 entries, ratio 100. */
export const defaultLimits: Limits = {
  packedBytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  entries: 5000,
  ratio: 100,
};
