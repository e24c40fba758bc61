import type { SearchDirectory } from '@orchestra/core';

/** Path of the directory of search files; small, and fetched first. */
export const searchDirectoryPath = '/search/index.json';

/** Path of the most popular extensions' rows; in a registry of usual size, these are all. */
export const popularRowsPath = '/search/popular.json';

/** The path of the rows of extensions that have a word with this beginning. */
export function wordRowsPath(beginning: string): string {
  // letters other than a-z and 0-9 are encoded, so that every file system accepts the name
  const plain = beginning.replaceAll(
    /[^a-z0-9]/gu,
    (letter) => `-${letter.codePointAt(0)?.toString(16) ?? ''}`,
  );
  return `/search/words-${plain}.json`;
}

/**
 * The beginnings whose files have extensions for these words, besides the popular ones: for each word the
 * longest existing beginning.
 */
export function wordFilesFor(
  directory: Pick<SearchDirectory, 'words'>,
  words: readonly string[],
): string[] {
  const known = new Set(directory.words);
  const found = words.flatMap((word) => {
    const letters = [...word];
    const beginnings = letters.map((_, at) => letters.slice(0, at + 1).join(''));
    return beginnings.findLast((beginning) => known.has(beginning)) ?? [];
  });
  return [...new Set(found)];
}
