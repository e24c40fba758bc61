import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A native part of the engine, which a registry serves. */
export const NativePartSchema = Type.Object({
  path: Type.String({ description: 'Relative to the address of the registry, and to the cache.' }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  size: Type.Integer({ minimum: 1 }),
});

/** See {@link NativePartSchema}. */
export type PinnedPart = Static<typeof NativePartSchema>;

/** What the installed command line takes of a registry, and nothing else: by name, `linux-x64.abi137.glibc.node`. */
export const NativePartsSchema = Type.Record(Type.String(), NativePartSchema);

/** See {@link NativePartsSchema}. */
export type PinnedParts = Static<typeof NativePartsSchema>;

/** Files of the installed command line in its folder `engine`; its build writes them. */
export const engineFileNames = {
  start: 'start.js',
  host: 'host.js',
  engine: 'engine.cjs',
  guest: 'guest.js',
  testModule: 'test-module.js',
  parts: 'native-parts.json',
} as const;
