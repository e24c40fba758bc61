import type { SearchDirectory } from '@orchestra/core';

/** Which files of rows there are; small, and read first. */
export const searchDirectoryPath = '/search/index.json';

/** Rows of the extensions that most people chose: all of them, in a registry of a usual size. */
export const popularRowsPath = '/search/popular.json';

/** The path of the rows that have a word with this beginning. */
export function wordRowsPath(beginning: string): string {
  // no letter but those of every keyboard, and no name that a file system keeps for itself
  const plain = beginning.replaceAll(
    /[^a-z0-9]/gu,
    (letter) => `-${letter.codePointAt(0)?.toString(16) ?? ''}`,
  );
  return `/search/words-${plain}.json`;
}

/**
 * The beginnings whose files hold what these words may mean, beside what is popular: for each word the
 * longest that there is.
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
