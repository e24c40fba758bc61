import { systemCode } from '@orchestra/core/node';
import { join } from 'node:path';
import { type ParsedManifest, parseManifest, problem, RegistryError } from '@orchestra/core';
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
  const nls = readText(directory, 'package.nls.json');
  return { text, ...parseManifest(text, nls === null ? {} : { nls }) };
}

function readText(directory: string, name: string): string | null {
  const path = join(directory, name);
  try {
    return readWholeFile(path, Infinity)?.toString() ?? null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw new RegistryError('file-unreadable', `${path} can't be read`, {
      hint: 'Check its permissions, or choose another folder with -C.',
      cause: error,
    });
  }
}
