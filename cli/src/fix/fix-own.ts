import type { ChangedField } from '@orchestra/core';
import { readManifestFile, writeManifestFile } from '../author/manifest-file.ts';
import { readOwn } from '../author/read-own.ts';
import type { CommandContext } from '../command.ts';
import { fixManifest } from './fix-manifest.ts';

/** What was mended in a manifest. */
export interface FixedManifest {
  changes: ChangedField[];
  before: string;
  after: string;
}

/**
 * Mends the manifest of the folder that the command runs in; the same again changes nothing.
 *
 * @throws RegistryError `usage` for a package.json that is no file of its own, `file-unreadable`,
 *   `file-unwritable`
 */
export async function fixOwn(context: CommandContext): Promise<FixedManifest> {
  const before = await readManifestFile(context.cwd);
  const { analysis } = await readOwn({}, context);
  const { text, changes } = fixManifest(before.text, analysis);
  if (text !== before.text) await writeManifestFile(context.cwd, { before, text });
  return { changes, before: before.text, after: text };
}
