import { imageKind } from '@orchestra/core';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { keepValue, readKept } from '../kept/keep-value.ts';

/** A raster image that the registry stored for a version. */
export interface StoredImage {
  url: string;
  /** Pixels: what a page keeps free until it is there; null where its bytes don't say. */
  size: ImageSize | null;
}

/** Of an image, in pixels. */
const ImageSizeSchema = Type.Object({ width: Type.Number(), height: Type.Number() });
export type ImageSize = Static<typeof ImageSizeSchema>;

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
  const known = await readKept(file, KeptSizeSchema);
  if (known !== null) return known.value;
  const bytes = await options.read();
  const kind = bytes === null ? null : imageKind(bytes);
  return keepValue(file, kind === null ? null : { width: kind.width, height: kind.height });
}

/** Null is known as well: of bytes that say no size. */
const KeptSizeSchema = Type.Union([ImageSizeSchema, Type.Null()]);
