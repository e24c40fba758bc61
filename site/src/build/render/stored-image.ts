import { imageKind } from '@orchestra/core';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { keepValue, readKept } from '../kept/keep-value.ts';

/** An image that the registry stored for a version. */
export interface StoredImage {
  url: string;
  /** Size in pixels, which the page reserves; null where it is unknown. */
  size: ImageSize | null;
}

/** Size of an image in pixels. */
const ImageSizeSchema = Type.Object({ width: Type.Number(), height: Type.Number() });
export type ImageSize = Static<typeof ImageSizeSchema>;

/**
 * Finds the size of an image; results are kept by digest.
 *
 * @param options.directory folder that keeps sizes between builds
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

/** A kept size; null for an image whose size is unknown. */
const KeptSizeSchema = Type.Union([ImageSizeSchema, Type.Null()]);
