import { permissions, type UnresolvedCode } from '@orchestra/core';

/** Makes the finding for a file that can't be analysed as a whole: it may need every permission. */
export function unread(
  file: string,
  of: Pick<UnresolvedCode, 'reason' | 'what'> & { line?: number; column?: number },
): UnresolvedCode {
  const { reason, what, line = 1, column = 1 } = of;
  return { reason, what, permissions: [...permissions], place: { file, line, column } };
}

/** The file of the first entry, for what is told of the code as a whole; the manifest may leave out `.js`. */
export function firstEntry(entries: readonly string[], isThere: (path: string) => boolean): string {
  const [first = ''] = entries;
  return [first, `${first}.js`].find(isThere) ?? first;
}
