import {
  CompatSchema,
  NameSchema,
  parseJson,
  PermissionSchema,
  RegistryError,
  Sha256Schema,
  UnclearCodeSchema,
  VersionSchema,
} from '@orchestra/core';
import { systemCode, writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { StorePaths } from './store-paths.ts';

/** The state of an installed extension. */
export const InstalledSchema = Type.Object({
  version: VersionSchema,
  sha256: Sha256Schema,
  compat: CompatSchema,
  permissions: Type.Array(PermissionSchema),
  unclearCode: Type.Optional(UnclearCodeSchema),
  registry: Type.Union([Type.String(), Type.Null()], {
    description: 'Base URL; null for a local package.',
  }),
  source: Type.String({ description: 'URL of the package, or path of the local one.' }),
  pinned: Type.Boolean({ description: 'Stays as it is until another version is asked for.' }),
  range: Type.Optional(Type.String({ description: 'The range that was asked for.' })),
  installedAt: Type.String(),
});
export type Installed = Static<typeof InstalledSchema>;

const StateSchema = Type.Object({
  format: Type.Literal(1),
  // additional keys, which the pattern doesn't check, are refused
  extensions: Type.Record(NameSchema, InstalledSchema, { additionalProperties: false }),
});
export type State = Static<typeof StateSchema>;

/**
 * Reads the state of all installed extensions.
 *
 * @throws RegistryError `state-corrupted`, `file-unreadable`
 */
export async function readState(paths: Pick<StorePaths, 'state'>): Promise<State> {
  const text = await readFile(paths.state, 'utf8').catch((error: unknown) => {
    const code = systemCode(error);
    if (code === 'ENOENT') return null;
    throw new RegistryError('file-unreadable', `${paths.state} can't be read: ${code}`, {
      hint: 'Check who may read there, and that ORCHESTRA_HOME names a folder.',
      cause: error,
    });
  });
  if (text === null) return { format: 1, extensions: {} };
  const parsed = parseJson(StateSchema, text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('state-corrupted', `${paths.state} is damaged: ${parsed.reason}`, {
    hint: 'Rebuild it from the installed folders: orchestra ext doctor --repair',
  });
}

/** Replaces the state file atomically, with names in order. */
export async function writeState(state: State, paths: Pick<StorePaths, 'state'>): Promise<void> {
  const extensions = Object.fromEntries(
    Object.entries(state.extensions).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  await writeFileAtomic(paths.state, `${JSON.stringify({ ...state, extensions }, null, 2)}\n`);
}
