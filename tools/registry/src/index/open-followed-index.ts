import { type Config, RegistryError } from '@orchestra/core';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fetchIndex } from './fetch-index.ts';
import { GitIndex } from './git-index.ts';
import { readIndexConfig } from './read-index-config.ts';

/** Which index is followed. */
export interface FollowOptions {
  /** A folder of a repository, or the URL of one. */
  repository: string;
  /** Folder for the copy of a repository that a URL names. */
  cache: string;
  cwd: string;
}

/** An index that others write, as it was when it was last looked at. */
export interface FollowedIndex extends Disposable {
  index: GitIndex;
  /** What it says of its registry, which may change as everything else does. */
  config(): Config;
  /**
   * Brings it to what its repository has.
   *
   * @throws RegistryError `registry-unreachable`, `index-damaged`; it stays as it was then
   */
  refresh(): Promise<void>;
}

/**
 * Opens an index that others write. A copy that was made before is opened as it is, so that a server
 * starts while the repository can't be reached; without one it is made.
 *
 * @throws RegistryError `not-found`, `registry-unreachable`, `index-damaged`
 */
export async function openFollowedIndex(options: FollowOptions): Promise<FollowedIndex> {
  const { repository, cwd } = options;
  if (!/^(?:https?|ssh|file):\/\//.test(repository)) {
    const directory = await findRepository(resolve(cwd, repository));
    return open(directory, { fetch: async () => {} });
  }
  const copy = join(resolve(cwd, options.cache), 'index.git');
  const fetch = () => fetchIndex(copy, { url: repository });
  const earlier = await GitIndex.openExisting(copy);
  if (earlier === null) await fetch();
  else earlier[Symbol.dispose]();
  return open(copy, { fetch });
}

async function open(
  directory: string,
  { fetch }: { fetch(): Promise<void> },
): Promise<FollowedIndex> {
  const index = await GitIndex.openExisting(directory);
  if (index === null) throw noRepository(directory);
  const dispose = () => index[Symbol.dispose]();
  const read = async () => readIndexConfig(await index.snapshot());
  try {
    let config = await read();
    return {
      index,
      config: () => config,
      refresh: async () => {
        await fetch();
        config = await read();
      },
      [Symbol.dispose]: dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** A checkout keeps its repository in a folder of its own. */
async function findRepository(path: string): Promise<string> {
  for (const directory of [join(path, '.git'), path]) {
    const head = await stat(join(directory, 'HEAD')).catch(() => null);
    if (head !== null) return directory;
  }
  throw noRepository(path);
}

function noRepository(path: string): RegistryError {
  return new RegistryError('not-found', `No git repository with a branch main is in ${path}`, {
    hint: 'Name a bare repository, a checkout, or a URL.',
  });
}
