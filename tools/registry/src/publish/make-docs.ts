import {
  type Analysis,
  decodeDocument,
  docKey,
  findImages,
  imageKind,
  localImage,
  type Manifest,
  type PlannedDoc,
  redactEmails,
  stripEmails,
} from '@orchestra/core';
import { findChangelog, findReadme } from '@orchestra/packaging';
import { sha256Hex } from '@orchestra/core/node';
import type { BlobContent } from '../blobs/blob-store.ts';
import { contentTypeOf } from '../blobs/blob-key.ts';

/** Documents of a package that people see, with their bytes by blob key. */
export interface PackageDocs {
  planned: PlannedDoc[];
  contents: Map<string, BlobContent>;
}

type PackageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Makes the docs of a package: manifest and texts without emails, the analysis of its code, the icon, and the
 * raster images that the texts show. SVG is left out, because it can contain scripts. Pure.
 */
export function makeDocs(
  manifest: Manifest & { version: string },
  { files, analysis }: { files: PackageFiles; analysis: Analysis },
): PackageDocs {
  const docs: PackageDocs = { planned: [], contents: new Map() };
  for (const [path, bytes] of [
    ['manifest.json', jsonText(stripEmails(manifest.raw).manifest)] as const,
    ['permissions.json', jsonText(analysis)] as const,
    ...texts(files),
    ...icon(manifest, files),
    ...images(files),
  ]) {
    const key = docKey(manifest.name, manifest.version, { path });
    const contentType = contentTypeOf(path);
    docs.planned.push({ path, sha256: sha256Hex(bytes), size: bytes.length, contentType });
    docs.contents.set(key, bytes);
  }
  return docs;
}

function jsonText(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function texts(files: PackageFiles): [string, Uint8Array][] {
  const named = {
    'readme.md': findReadme(files.keys()),
    'changelog.md': findChangelog(files.keys()),
  };
  return Object.entries(named).flatMap(([path, source]): [string, Uint8Array][] => {
    const bytes = source === undefined ? undefined : files.get(source);
    return bytes === undefined ? [] : [[path, Buffer.from(redactEmails(decode(bytes)))]];
  });
}

function icon(manifest: Manifest, files: PackageFiles): [string, Uint8Array][] {
  const bytes = manifest.icon === undefined ? undefined : files.get(manifest.icon);
  const kind = bytes === undefined ? null : imageKind(bytes);
  return bytes === undefined || kind === null ? [] : [[`icon.${kind.type}`, bytes]];
}

/** Raster images by path. An image is left out where its file ending doesn't match its content. */
function images(files: PackageFiles): [string, Uint8Array][] {
  const sources = [findReadme(files.keys()), findChangelog(files.keys())];
  const shown = sources.flatMap((path) =>
    path === undefined ? [] : findImages(decode(files.get(path) ?? new Uint8Array())),
  );
  const paths = new Set(shown.map(localImage).filter((path) => path !== undefined));
  return [...paths].flatMap((path): [string, Uint8Array][] => {
    const bytes = files.get(path);
    const kind = bytes === undefined ? null : imageKind(bytes);
    if (bytes === undefined || kind?.contentType !== contentTypeOf(path)) return [];
    return [[`files/${path}`, bytes]];
  });
}

function decode(bytes: Uint8Array): string {
  return decodeDocument(bytes) ?? new TextDecoder().decode(bytes);
}
