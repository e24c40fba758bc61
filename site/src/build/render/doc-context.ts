import type { StoredImage } from './stored-image.ts';

/** What a README needs to know of its surroundings; plain data, so that it can be part of a cache key. */
export interface DocContext {
  /** Stands before every id, so that a text can't take one of the page's own. */
  idPrefix: string;
  /** The raster images that the registry stored for this version, by path. */
  images: Readonly<Record<string, StoredImage>>;
  /** Titles that the page has above the text already, in lower case. */
  titles: readonly string[];
  /** `https://github.com/o/r/blob/HEAD/`, against which relative links are read; null where there is none. */
  repositoryFiles: string | null;
}
