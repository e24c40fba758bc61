import { isRecord, type Limits, type Manifest, parseManifest } from '@orchestra/core';
import { gunzipSync } from 'node:zlib';
import { readTar } from '../archive/read-tar.ts';

/**
 * True for an archive that was packed of this extension before, whatever its name: by `orchestra ext pack`,
 * which puts the manifest of an extension at the root, or by `npm pack` under the name of this one.
 */
export function isEarlierPackage(
  { path, bytes }: { path: string; bytes: Uint8Array },
  { manifest, limits }: { manifest: Manifest | null; limits: Limits },
): boolean {
  if (!/\.(?:tar\.gz|tgz)$/i.test(path) || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
  const files = unpack(bytes, limits);
  const own = files?.get('package.json');
  if (own !== undefined) return isExtension(own, manifest);
  const byNpm = files?.get('package/package.json');
  return byNpm !== undefined && manifest !== null && nameOf(byNpm) === manifest.raw['name'];
}

function unpack(bytes: Uint8Array, limits: Limits): Map<string, Uint8Array> | null {
  try {
    const tar = gunzipSync(bytes, { maxOutputLength: 2 * limits.unpackedBytes });
    return readTar(tar, limits).files;
  } catch {
    return null; // no archive that this could be
  }
}

function isExtension(bytes: Uint8Array, of: Manifest | null): boolean {
  const { manifest } = parseManifest(Buffer.from(bytes).toString());
  if (manifest === null) return false;
  const { engines, commands } = manifest.raw;
  const isKnown = isRecord(engines) && ('orchestra' in engines || 'vscode' in engines);
  return isKnown || Array.isArray(commands) || manifest.name === of?.name;
}

function nameOf(bytes: Uint8Array): unknown {
  return parseManifest(Buffer.from(bytes).toString()).manifest?.raw['name'];
}
