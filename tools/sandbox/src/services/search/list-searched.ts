import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findPrefix } from '../git/find-prefix.ts';
import { openGit } from '../git/open-git.ts';

const maxFiles = 100_000;

/**
 * Lists the files of a workspace that are searched, relative to it with `/`: what git has or would take, where
 * it is a repository; else all but `.git` and `node_modules`. At most 100,000.
 */
export async function listSearched(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const listed = (await listByGit(root, env)) ?? (await listByWalking(root));
  return listed.filter((path) => !isLeftOut(path)).slice(0, maxFiles);
}

function isLeftOut(path: string): boolean {
  return /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(path);
}

/** @returns undefined where there is no repository, or no git */
async function listByGit(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string[] | undefined> {
  const git = openGit({ root, env, maxOutput: 64 * 1024 * 1024 });
  const listed = await findPrefix(git)
    .then(() => git.text(['ls-files', '-z', '--cached', '--others', '--exclude-standard']))
    .catch(() => undefined);
  return listed === undefined
    ? undefined
    : [...new Set(listed.split('\0'))].filter((path) => path !== '').toSorted();
}

async function listByWalking(root: string): Promise<string[]> {
  const found: string[] = [];
  const waiting = [''];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isLeftOut(path)) waiting.push(path);
      else if (entry.isFile()) found.push(path);
    }
    if (found.length > maxFiles) break;
  }
  return found;
}
