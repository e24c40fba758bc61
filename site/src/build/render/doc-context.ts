import type { StoredImage } from './stored-image.ts';

/** What rendering a README depends on. It is plain data, so that it can be part of a cache key. */
export interface DocContext {
  /** Prefix of every id, so that a text can't use an id of the page itself. */
  idPrefix: string;
  /** The images that the registry stored for this version, by path. */
  images: Readonly<Record<string, StoredImage>>;
  /** Titles that the page shows above the text, in lower case. */
  titles: readonly string[];
  /** Base URL of relative links, such as `https://github.com/o/r/blob/HEAD/`; null where there is none. */
  repositoryFiles: string | null;
}
