import { foreignKind, type Manifest, parseManifest, RegistryError } from '@orchestra/core';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readManifestFile } from '../project/manifest-file.ts';

/** An extension that was written for another app. */
export interface Foreign {
  /** Absolute path of its folder. */
  directory: string;
  kind: 'raycast' | 'vscode';
  manifest: Manifest;
  /** Unchanged text of `package.json`. */
  text: string;
  /** Permission bits of `package.json`. */
  mode: number;
  /** Texts of `CHANGELOG.md` and `package.nls.json`; empty where there is none. */
  changelog: string;
  nls: string;
}

/**
 * Reads an extension's manifest and the files that belong to it. Changes nothing.
 *
 * @throws RegistryError `usage`, `file-unreadable`, or `problems-found` for a manifest that can't be read
 */
export async function readForeign(directory: string): Promise<Foreign> {
  const { text, mode } = await readManifestFile(directory);
  const [changelog, nls] = await Promise.all(
    ['CHANGELOG.md', 'package.nls.json'].map((file) => readOptional(join(directory, file))),
  );
  const { manifest, problems } = parseManifest(text, { nls: nls ?? '' });
  if (manifest === null) {
    throw new RegistryError('problems-found', `${join(directory, 'package.json')} can't be read`, {
      hint: 'Mend it and try again.',
      problems,
    });
  }
  const kind = foreignKind(manifest);
  if (kind === null) {
    throw new RegistryError(
      'usage',
      `${basename(directory)} is no extension of VS Code or Raycast`,
      {
        hint: 'Those have engines.vscode, or commands with a mode. For one of Orchestra’s own: orchestra ext check',
      },
    );
  }
  return { directory, kind, manifest, text, mode, changelog: changelog ?? '', nls: nls ?? '' };
}

const maxChangelogBytes = 4 * 1024 * 1024;

async function readOptional(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true || found.size > maxChangelogBytes) return '';
  return readFile(path, 'utf8').catch(() => '');
}
