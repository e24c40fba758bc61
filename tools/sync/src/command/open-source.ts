import { RegistryError } from '@orchestra/core';
import { fetchIndex, GitIndex, openExistingRegistry, readConfig } from '@orchestra/registry';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ReadDoc } from '../documents/read-doc.ts';
import { readServedDoc } from '../documents/read-served-doc.ts';
import { readStoredDoc } from '../documents/read-stored-doc.ts';

/** Where an index and its documents are. */
export interface SourceOptions {
  /** Data folder of a registry on this machine. */
  data: string;
  /** A repository instead: a folder of one, or its URL. */
  repository?: string;
  /** Folder for the copy of a repository that a URL names. */
  cache: string;
}

/** What is mirrored: an index, and the documents of its versions. */
export interface Source extends Disposable {
  index: GitIndex;
  readDoc: ReadDoc;
  /** Brings the index to what its repository has. */
  refresh(): Promise<void>;
}

/**
 * Opens what is to be mirrored.
 *
 * @throws RegistryError `not-found`, `registry-unreachable`, `index-damaged`
 */
export async function openSource(
  options: SourceOptions,
  context: { cwd: string; fetch: typeof globalThis.fetch },
): Promise<Source> {
  const { repository } = options;
  if (repository === undefined) return openData(resolve(context.cwd, options.data));
  if (!/^(?:https?|ssh|file):\/\//.test(repository)) {
    const directory = await findRepository(resolve(context.cwd, repository));
    return openRepository(directory, { ...context, refresh: async () => {} });
  }
  const copy = join(resolve(context.cwd, options.cache), 'index.git');
  const refresh = () => fetchIndex(copy, { url: repository });
  await refresh();
  return openRepository(copy, { ...context, refresh });
}

async function openData(data: string): Promise<Source> {
  const registry = await openExistingRegistry(data);
  if (registry === null) {
    throw new RegistryError('not-found', `No registry is in ${data}`, {
      hint: 'Name its folder with --data FOLDER, or a repository with --repository PATH|URL.',
    });
  }
  return {
    index: registry.index,
    readDoc: readStoredDoc(registry.blobs),
    refresh: async () => {},
    [Symbol.dispose]: () => registry[Symbol.dispose](),
  };
}

/** Its documents are where its `config.json` says, which may change as everything else does. */
async function openRepository(
  directory: string,
  options: { fetch: typeof globalThis.fetch; refresh(): Promise<void> },
): Promise<Source> {
  const index = await GitIndex.openExisting(directory);
  if (index === null) throw noRepository(directory);
  let config = await readConfig(await index.snapshot());
  return {
    index,
    readDoc: readServedDoc(() => config, options),
    refresh: async () => {
      await options.refresh();
      config = await readConfig(await index.snapshot());
    },
    [Symbol.dispose]: () => index[Symbol.dispose](),
  };
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
