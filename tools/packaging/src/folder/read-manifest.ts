import { systemCode } from '@orchestra/core/node';
import { join } from 'node:path';
import {
  decodeDocument,
  type ParsedManifest,
  parseManifest,
  problem,
  RegistryError,
} from '@orchestra/core';
import { readWholeFile } from './read-whole-file.ts';

/** The manifest in an author's folder, with the text that it was parsed from. */
export interface ReadManifest extends ParsedManifest {
  /** Null where there is no package.json. */
  text: string | null;
}

/**
 * Reads the manifest of an author's folder.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function readManifest(directory: string): Promise<ReadManifest> {
  const text = readText(directory, 'package.json');
  if (text === null) {
    const message = `Expected a package.json in ${directory}; found none`;
    const missing = problem('manifest-missing', { path: 'package.json', message });
    return { text: null, manifest: null, problems: [missing] };
  }
  if (text === 'unreadable') {
    const message = 'Expected a text in UTF-8 or UTF-16; found bytes that are neither';
    const found = problem('text-encoding', { path: 'package.json', message });
    return { text: null, manifest: null, problems: [found] };
  }
  const nls = readText(directory, 'package.nls.json');
  return { text, ...parseManifest(text, nls === null ? {} : { nls }) };
}

/** Reads a text; null where there is none, `unreadable` where it is in no known encoding. */
function readText(directory: string, name: string): string | null {
  const path = join(directory, name);
  try {
    const bytes = readWholeFile(path, Infinity);
    return bytes === null ? null : (decodeDocument(bytes) ?? 'unreadable');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new RegistryError('file-unreadable', `${path} can't be read`, {
      hint: 'Check its permissions, or choose another folder with -C.',
      cause: error,
    });
  }
}
