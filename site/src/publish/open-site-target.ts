import {
  type BucketFiles,
  type GcsOptions,
  openBucketFiles,
  parseBucketLocation,
  type ServedAs,
} from '@orchestra/registry';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { folderTarget } from './folder-target.ts';
import { headersOf } from './headers-of.ts';
import type { SiteContent, SiteTarget } from './site-target.ts';

const compress = promisify(gzip);

/**
 * Opens a target that a site is served from.
 *
 * @param location path of a folder, or `gs://BUCKET/PREFIX`, whose prefix may be absent
 * @throws RegistryError `usage` for any other location
 */
export async function openSiteTarget(
  location: string,
  { cwd, ...options }: GcsOptions & { cwd: string },
): Promise<SiteTarget> {
  const bucket = parseBucketLocation(location);
  if (bucket === null) return folderTarget(resolve(cwd, location));
  return bucketTarget(await openBucketFiles(bucket, options));
}

/** A bucket as a target for sites. Text is stored compressed, and every file with its headers. */
function bucketTarget(files: BucketFiles): SiteTarget {
  return {
    read: (path) => files.read(path),
    async write(path, content) {
      const { bytes, ...as } = await prepare(path, content);
      await files.write(path, bytes, as);
    },
    remove: (path) => files.remove(path),
    tidy: async () => {}, // an object is there as a whole, or not at all
  };
}

async function prepare(
  path: string,
  content: SiteContent,
): Promise<ServedAs & { bytes: Uint8Array }> {
  const { contentType, cacheControl, text } = headersOf(path);
  const bytes = content instanceof Uint8Array ? content : await readFile(content.file);
  // the site's list isn't compressed, because this program reads it back
  if (!text || path.startsWith('.site/')) return { contentType, cacheControl, bytes };
  const compressed = await compress(bytes);
  return { contentType, cacheControl, contentEncoding: 'gzip', bytes: compressed };
}
