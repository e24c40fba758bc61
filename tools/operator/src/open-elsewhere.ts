import { RegistryError } from '@orchestra/core';
import {
  type BlobStore,
  type ExistingRegistry,
  openBlobStore,
  openPushedIndex,
  readIndexConfig,
} from '@orchestra/registry';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OperatorContext } from './context.ts';

/**
 * Opens a registry whose index is in another repository, to which every commit is pushed. A copy is kept in
 * the data folder.
 *
 * @param repository path of a bare repository, or a URL
 * @throws RegistryError `token-missing`, and as {@link openPushedIndex}
 */
export async function openElsewhere(
  repository: string,
  { data, cwd, github, blobs: location, gcs }: OperatorContext,
): Promise<ExistingRegistry> {
  const url = await urlOf(repository, cwd);
  if (/^https?:/.test(url) && github.token === undefined) {
    throw new RegistryError('token-missing', `${repository} can't be pushed to without a token`, {
      hint: 'Set ORCHESTRA_GITHUB_TOKEN to one that may write its contents.',
    });
  }
  const uploads = join(data, 'uploads');
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const copy = join(data, 'pushed.git');
  const index = await openPushedIndex(copy, { url, token: github.token ?? '' });
  const dispose = () => index[Symbol.dispose]();
  try {
    const config = await readIndexConfig(await index.snapshot());
    const blobs = location === undefined ? unnamedBlobs : await openBlobStore(location, gcs);
    const codeReviews = join(data, 'code-reviews');
    return { config, index, blobs, uploads, codeReviews, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

async function urlOf(repository: string, cwd: string): Promise<string> {
  if (/^(?:https?|ssh|file):\/\//.test(repository)) return repository;
  const path = resolve(cwd, repository);
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  if (isFolder) return pathToFileURL(path).href;
  throw new RegistryError('not-found', `No repository is in ${path}`, {
    hint: 'Name a bare repository by its folder or its URL.',
  });
}

/** Blobs for commands that need none; every use throws an error that asks for their location. */
const unnamedBlobs: BlobStore = {
  put: refuse,
  open: refuse,
  stat: refuse,
  list: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
};

function refuse(): Promise<never> {
  const message = 'It is not said where the blobs of this registry are';
  const hint = 'Name their folder or bucket: --blobs gs://BUCKET/PREFIX (ORCHESTRA_BLOBS).';
  return Promise.reject(new RegistryError('usage', message, { hint }));
}
