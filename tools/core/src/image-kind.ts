import { imageSize } from 'image-size';

/** A raster image that a browser shows and that can carry no script. */
export interface ImageKind {
  type: 'png' | 'jpg' | 'gif' | 'webp' | 'avif';
  contentType: string;
  /** Pixels. */
  width: number;
  height: number;
}

const contentTypes: Readonly<Record<ImageKind['type'], string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** Reads type and size of an image from its bytes; null for anything else, SVG included. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  try {
    const { type, width, height } = imageSize(bytes);
    const known = Object.keys(contentTypes).find(
      (name): name is ImageKind['type'] => name === type,
    );
    return known === undefined
      ? null
      : { type: known, contentType: contentTypes[known], width, height };
  } catch {
    return null;
  }
}
