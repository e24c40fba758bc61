import { foreignKind, type Manifest, parseManifest, problem, RegistryError } from '@orchestra/core';
import { constants } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** An extension as it was written for another app. */
export interface Foreign {
  /** Absolute path of its folder. */
  directory: string;
  kind: 'raycast' | 'vscode';
  manifest: Manifest;
  /** `package.json` to the letter. */
  text: string;
  /** Permission bits of `package.json`. */
  mode: number;
  /** Texts of `CHANGELOG.md` and `package.nls.json`; empty where there is none. */
  changelog: string;
  nls: string;
}

/**
 * Reads what the folder of an extension says of it, without changing anything.
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

/** More bytes than a manifest of the most characters can have. */
const maxBytes = 4 * 1024 * 1024;
const maxChangelogBytes = 4 * 1024 * 1024;

/** A link may lead anywhere, and a pipe would be waited for; Windows knows neither flag. */
const asItself = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function readManifestFile(directory: string): Promise<{ text: string; mode: number }> {
  const path = join(directory, 'package.json');
  try {
    await using file = await open(path, asItself);
    const found = await file.stat();
    if (!found.isFile()) throw notOne(`${path} is not a file`);
    if (found.size > maxBytes) throw tooLarge(path, found.size);
    const bytes = await file.readFile();
    return { text: readUtf8(bytes, path), mode: found.mode & 0o777 };
  } catch (error) {
    throw explain(error, path);
  }
}

function readUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const message = 'Expected UTF-8; found bytes that are none';
    throw new RegistryError('problems-found', `${path} can't be read`, {
      hint: 'Save it as UTF-8 and try again.',
      problems: [problem('manifest-invalid-json', { path: 'package.json', message })],
    });
  }
}

function tooLarge(path: string, size: number): RegistryError {
  const message = `Expected at most ${maxBytes} bytes; found ${size}`;
  return new RegistryError('problems-found', `${path} can't be read`, {
    hint: 'Mend it and try again.',
    problems: [problem('manifest-too-large', { path: 'package.json', message })],
  });
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof RegistryError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return notOne(`${path} is not there`);
  if (code === 'ELOOP' || code === 'EMLINK') return notOne(`${path} is a link`);
  if (code === 'EISDIR') return notOne(`${path} is a folder`);
  return new RegistryError('file-unreadable', `${path} can't be read`, {
    hint: 'Check its permissions.',
    cause: error,
  });
}

function notOne(message: string): RegistryError {
  return new RegistryError('usage', message, {
    hint: 'Give the folder of an extension, with its own package.json in it.',
  });
}

async function readOptional(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true || found.size > maxChangelogBytes) return '';
  return readFile(path, 'utf8').catch(() => '');
}
