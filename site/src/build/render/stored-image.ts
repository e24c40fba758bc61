import { imageKind } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A raster image that the registry stored for a version. */
export interface StoredImage {
  url: string;
  /** Pixels: what a page keeps free until it is there; null where its bytes don't say. */
  size: ImageSize | null;
}

/** Of an image, in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/**
 * Finds the size of an image, which is read once and then known by its digest.
 *
 * @param options.directory where sizes are kept between builds
 */
export async function readImageSize(
  sha256: string,
  options: { directory: string; read(): Promise<Uint8Array | null> },
): Promise<ImageSize | null> {
  const file = join(options.directory, 'sizes', sha256.slice(0, 2), `${sha256}.json`);
  const known = await readFile(file, 'utf8').catch(() => null);
  // an earlier build wrote it, as a whole
  if (known !== null) return JSON.parse(known);
  const bytes = await options.read();
  const kind = bytes === null ? null : imageKind(bytes);
  const size = kind === null ? null : { width: kind.width, height: kind.height };
  await writeFileAtomic(file, JSON.stringify(size));
  return size;
}
