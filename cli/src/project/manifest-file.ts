import { systemCode, writeFileAtomic } from '@orchestra/core/node';
import { problem, RegistryError } from '@orchestra/core';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A `package.json` with its unchanged text. */
export interface ManifestFile {
  text: string;
  /** Permission bits. */
  mode: number;
}

/** Size limit in bytes, above that of any valid manifest. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Open without following a link, which may lead anywhere, and without waiting for a pipe. Windows has neither
 * flag.
 */
const asItself = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads the `package.json` of a folder, which must be a regular file and no link.
 *
 * @throws RegistryError `usage`, `file-unreadable`, or `problems-found` for one that isn't text
 */
export async function readManifestFile(directory: string): Promise<ManifestFile> {
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
  const code = systemCode(error);
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

/**
 * Replaces the text of a manifest that was read before.
 *
 * @throws RegistryError `file-unwritable`, also where the file has changed since
 */
export async function writeManifestFile(
  directory: string,
  { before, text }: { before: ManifestFile; text: string },
): Promise<void> {
  const path = join(directory, 'package.json');
  const now = await readFile(path, 'utf8').catch(() => null);
  if (now?.replace(/^\uFEFF/, '') !== before.text.replace(/^\uFEFF/, '')) {
    throw new RegistryError(
      'file-unwritable',
      `${path} was changed meanwhile; it is left as it is`,
      { hint: 'Run this again to see what would change now.' },
    );
  }
  try {
    await writeFileAtomic(path, text, { mode: before.mode });
  } catch (error) {
    throw new RegistryError('file-unwritable', `${path} can't be written`, {
      hint: 'Make the folder one that you may write, or change the file by hand.',
      cause: error,
    });
  }
}
