import { type Config, RegistryError } from '@orchestra/core';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fetchIndex } from './fetch-index.ts';
import { GitIndex } from './git-index.ts';
import { readIndexConfig } from './read-index-config.ts';

/** The repository to follow, and a folder for its copy. */
export interface FollowOptions {
  /** Path of a local repository, or a URL. */
  repository: string;
  /** Folder for the copy, where `repository` is a URL. */
  cache: string;
  cwd: string;
}

/** An index that others write to, as of the last {@link refresh}. */
export interface FollowedIndex extends Disposable {
  index: GitIndex;
  /** The current `config.json`, which may change with a refresh. */
  config(): Config;
  /**
   * Updates to the current state of the repository.
   *
   * @throws RegistryError `registry-unreachable`, `index-damaged`; the index stays as it was then
   */
  refresh(): Promise<void>;
}

/**
 * Opens an index that others write to. An existing copy is opened without contacting the repository, so that
 * a server can start while that is unreachable; a missing copy is made.
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

/** Finds the git directory of a path: in a checkout it is `.git`. */
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
