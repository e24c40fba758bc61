import type { ChangedField, ProblemCode } from '@orchestra/core';
import { readManifestFile, writeManifestFile } from '../project/manifest-file.ts';
import { namesEntry, readProject } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { fixManifest } from './fix-manifest.ts';

/** What was mended in a manifest. */
export interface FixedManifest {
  changes: ChangedField[];
  before: string;
  after: string;
}

/** With these, the code that was read isn't all of it: nothing can be said of what it needs. */
const notRead = new Set<ProblemCode>([
  'build-failed',
  'code-invalid',
  'command-invalid',
  'import-missing',
  'manifest-shape',
  'package-too-large',
  'package-too-many-files',
  'path-outside',
]);

/**
 * Mends the manifest of the folder that the command runs in; the same again changes nothing.
 *
 * @throws RegistryError `usage` for a package.json that is no file of its own, `file-unreadable`,
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

/** Without an icon the code is read all the same. */
function isUnread(code: ProblemCode, path: string): boolean {
  return notRead.has(code) || (code === 'file-missing' && namesEntry(path));
}
