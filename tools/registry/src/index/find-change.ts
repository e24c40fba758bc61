import { git } from './git.ts';
import { indexRoot } from '@orchestra/core';

/** A commit of the branch that added or removed a file. */
export interface FoundChange {
  commit: string;
  at: Date;
  message: string;
}

/**
 * Finds the newest commit of the branch that added or removed a file. Looks at the first parents only: a
 * merge counts, the commits it brought don't, because their authors choose what those say.
 *
 * @param directory of the bare repository
 * @param of.path relative to the index
 * @returns null where there is none
 * @throws RegistryError `git-failed`
 */
export async function findChange(
  directory: string,
  of: { path: string; kind: 'added' | 'removed'; head: string },
): Promise<FoundChange | null> {
  const args = [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-renames',
    `--diff-filter=${of.kind === 'added' ? 'A' : 'D'}`,
    '--max-count=1',
    '--format=%H%x00%cI%x00%B',
    '--no-patch',
    of.head,
    '--',
    `:(literal)${indexRoot}/${of.path}`,
  ];
  const printed = (await git(directory, { args })).toString('utf8');
  if (printed.trim() === '') return null;
  const [commit = '', at = '', message = ''] = printed.split('\0');
  return { commit, at: new Date(at), message: message.trim() };
}
