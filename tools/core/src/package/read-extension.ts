import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPackage, sortProblems } from '../checks/check-package.ts';
import type { LeftOutFile } from '../checks/check.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseManifest } from '../manifest/parse-manifest.ts';
import { problem, type Problem } from '../problem.ts';
import { RegistryError } from '../registry-error.ts';
import { defaultLimits, type Limits } from '../schema/limits.ts';
import { packedManifest, setVersion } from './packed-manifest.ts';
import { selectFiles } from './select-files.ts';

/** An author's folder as it would be packed, with everything wrong with it. */
export interface ReadExtension {
  /** Null where there is no manifest that can be read. */
  manifest: Manifest | null;
  /** By path, as they are packed: package.json without emails, and with the version that was set. */
  files: Map<string, Uint8Array>;
  leftOut: LeftOutFile[];
  /** Errors first. */
  problems: Problem[];
}

/** What is known beside the folder itself. */
export interface ReadExtensionOptions {
  /** Replaces the version of the manifest. */
  setVersion?: string;
  limits?: Limits;
  reservedNames?: ReadonlySet<string>;
}

/**
 * Reads the folder of an extension and checks it.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function readExtension(
  directory: string,
  options: ReadExtensionOptions = {},
): Promise<ReadExtension> {
  const limits = options.limits ?? defaultLimits;
  const text = await readManifestText(directory);
  if (text === null) {
    const message = `Expected a package.json in ${directory}; found none`;
    const missing = problem('manifest-missing', { path: 'package.json', message });
    return { manifest: null, files: new Map(), leftOut: [], problems: [missing] };
  }
  const manifestText =
    options.setVersion === undefined ? text : setVersion(text, options.setVersion);
  const nls = await readFile(join(directory, 'package.nls.json'), 'utf8').catch(() => null);
  const { manifest, problems } = parseManifest(manifestText, nls === null ? {} : { nls });
  const { files, leftOut } = await selectFiles(directory, { manifest, limits });
  files.set('package.json', Buffer.from(packedManifest(manifestText)));
  if (manifest === null) return { manifest, files, leftOut, problems };
  const found = checkPackage({
    manifest,
    files,
    leftOut,
    limits,
    reservedNames: options.reservedNames ?? new Set(),
    origin: 'folder',
  });
  return { manifest, files, leftOut, problems: sortProblems([...problems, ...found]) };
}

async function readManifestText(directory: string): Promise<string | null> {
  const path = join(directory, 'package.json');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new RegistryError('file-unreadable', `${path} can't be read`, {
      hint: 'Check its permissions, or choose another folder with -C.',
      cause: error,
    });
  }
}
