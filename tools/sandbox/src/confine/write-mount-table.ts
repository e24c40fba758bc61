import type { RootEntry } from './plan-root.ts';

/**
 * The table, in the format of fstab(5), that binds entries read-only to the same paths below a folder.
 *
 * @param options.hidden folders in them that are empty
 */
export function writeMountTable(
  entries: readonly RootEntry[],
  { base, hidden = [] }: { base: string; hidden?: readonly string[] | undefined },
): string {
  const bound = entries.map(({ path, runs }) => {
    const options = ['bind', 'ro', 'nosuid', 'nodev', ...(runs ? [] : ['noexec'])];
    return `${escapeField(path)} ${escapeField(base + path)} none ${options.join(',')} 0 0\n`;
  });
  const empty = hidden.map(
    (path) =>
      `tmpfs ${escapeField(base + path)} tmpfs ro,nosuid,nodev,noexec,size=4k,mode=755 0 0\n`,
  );
  return [...bound, ...empty].join('');
}

/** All but plain letters is written as octal bytes: spaces, line ends, quotes, and what isn't ASCII. */
function escapeField(path: string): string {
  return [...Buffer.from(path)]
    .map((byte) => {
      const letter = String.fromCodePoint(byte);
      return /[\w./+-]/.test(letter) ? letter : `\\${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}
