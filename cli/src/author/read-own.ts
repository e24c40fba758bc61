import { RegistryError } from '@orchestra/core';
import { readExtension, type ReadExtension } from '@orchestra/core/node';
import type { CommandContext } from '../command.ts';
import { startProgress } from '../render/progress.ts';

/** What replaces a value of the manifest. */
export interface ReadOwnOptions {
  setVersion?: string | undefined;
}

/** Reads and checks the extension whose folder the command runs in. @throws RegistryError `file-unreadable` */
export async function readOwn(
  options: ReadOwnOptions,
  context: CommandContext,
): Promise<ReadExtension> {
  using _progress = await startProgress(context, 'Checking');
  const { setVersion } = options;
  return readExtension(context.cwd, setVersion === undefined ? {} : { setVersion });
}

/** A folder that passed every check. */
export type Sound = ReadExtension & { name: string; version: string };

/**
 * The same, and it must be sound.
 *
 * @throws RegistryError `problems-found` with all of them
 */
export async function readSound(options: ReadOwnOptions, context: CommandContext): Promise<Sound> {
  const read = await readOwn(options, context);
  const { manifest, problems } = read;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (manifest?.version === undefined || errors > 0) {
    const what = errors === 1 ? 'one error' : `${errors} errors`;
    throw new RegistryError('problems-found', `${context.cwd} has ${what}; nothing was packed`, {
      hint: 'Fix them and try again.',
      problems,
    });
  }
  return { ...read, name: manifest.name, version: manifest.version };
}
