import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { RepositoryAround } from '@orchestra/packaging/node';
import type { Context } from '../context.ts';
import { askGit } from './ask-git.ts';

/** Finds the git repository around the current folder; null where it is no folder within one. */
export async function findAround(
  context: Pick<Context, 'cwd' | 'env'>,
): Promise<RepositoryAround | null> {
  const printed = await askGit(['rev-parse', '--show-toplevel'], context);
  if (printed === null) return null;
  const top = await realpath(resolve(printed));
  const folder = relative(top, await realpath(context.cwd))
    .split(sep)
    .join('/');
  if (folder === '' || folder === '..' || folder.startsWith('../')) return null;
  const listed = async (paths: readonly string[]) => {
    if (paths.length === 0) return new Set<string>();
    const args = ['--literal-pathspecs', 'ls-files', '-z', '--cached', '--others'];
    const asked = [...args, '--exclude-standard', '--', ...paths];
    const found = await askGit(asked, { ...context, cwd: top });
    return new Set((found ?? '').split('\0'));
  };
  return { top, folder, listed };
}
