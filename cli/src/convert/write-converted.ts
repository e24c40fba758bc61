import { RegistryError } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conversion } from './conversion.ts';

/**
 * Puts the converted manifest in the place of the one that was read.
 *
 * @throws RegistryError `file-unwritable`, also where somebody changed it meanwhile
 */
export async function writeConverted({ foreign, text }: Conversion): Promise<void> {
  const path = join(foreign.directory, 'package.json');
  const now = await readFile(path, 'utf8').catch(() => null);
  if (now?.replace(/^\uFEFF/, '') !== foreign.text.replace(/^\uFEFF/, '')) {
    throw new RegistryError(
      'file-unwritable',
      `${path} was changed meanwhile; it is left as it is`,
      {
        hint: 'Run this again to see what would change now.',
      },
    );
  }
  try {
    await writeFileAtomic(path, text, { mode: foreign.mode });
  } catch (error) {
    throw new RegistryError('file-unwritable', `${path} can't be written`, {
      hint: 'Make the folder one that you may write, or see the change alone with --dry-run.',
      cause: error,
    });
  }
}
