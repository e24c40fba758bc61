import type { ChangedField, ProblemCode } from '@orchestra/core';
import { readManifestFile, writeManifestFile } from '../project/manifest-file.ts';
import { namesEntry, readProject } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { fixManifest } from './fix-manifest.ts';

/** The changes that were made to a manifest. */
export interface FixedManifest {
  changes: ChangedField[];
  before: string;
  after: string;
}

/** Problems after which not all code was read, so that unused permissions can't be determined. */
const notRead = new Set<ProblemCode>([
  'build-failed',
  'code-invalid',
  'command-invalid',
  'import-missing',
  'import-unloadable',
  'manifest-shape',
  'package-too-large',
  'package-too-many-files',
  'path-outside',
]);

/**
 * Fixes the manifest in the current folder. Repeating it changes nothing.
 *
 * @throws RegistryError `usage` for a package.json that isn't a regular file, `file-unreadable`,
 *   `file-unwritable`
 */
export async function fixProject(context: CommandContext): Promise<FixedManifest> {
  const before = await readManifestFile(context.cwd);
  const { analysis, problems } = await readProject({}, context);
  const isRead = !problems.some(({ code, path }) => isUnread(code, path));
  const { text, changes } = fixManifest(before.text, isRead ? analysis : null);
  if (text !== before.text) await writeManifestFile(context.cwd, { before, text });
  return { changes, before: before.text, after: text };
}

/** True for a problem that means that code wasn't read; a missing icon doesn't count. */
function isUnread(code: ProblemCode, path: string): boolean {
  return notRead.has(code) || (code === 'file-missing' && namesEntry(path));
}
