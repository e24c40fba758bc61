import { foreignKind, type Manifest, nameFew, parseManifest, RegistryError } from '@orchestra/core';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findBelow } from './find-below.ts';
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
      { hint: hintFor(await findBelow(directory)) },
    );
  }
  return { directory, kind, manifest, text, mode, changelog: changelog ?? '', nls: nls ?? '' };
}

function hintFor(below: readonly string[]): string {
  if (below.length === 0) {
    return 'Those have engines.vscode, or commands with a mode. For one of Orchestra’s own: orchestra ext check';
  }
  const named = nameFew(below, 3);
  return below.length === 1
    ? `There is one in ${named}: give --from that folder.`
    : `There are some in ${named}: give --from one of these folders.`;
}

const maxChangelogBytes = 4 * 1024 * 1024;

async function readOptional(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true || found.size > maxChangelogBytes) return '';
  return readFile(path, 'utf8').catch(() => '');
}
