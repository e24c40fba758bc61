import { permissions, type UnresolvedCode } from '@orchestra/core';

/** What can't be told of a file as a whole: it may need anything. */
export function unread(
  file: string,
  of: Pick<UnresolvedCode, 'reason' | 'what'> & { line?: number; column?: number },
): UnresolvedCode {
  const { reason, what, line = 1, column = 1 } = of;
  return { reason, what, permissions: [...permissions], place: { file, line, column } };
}
