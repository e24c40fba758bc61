import type { PlannedBlob } from '@orchestra/core';
import { makeFolderDurable, sha256File, syncFolder, systemCode } from '@orchestra/core/node';
import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { blobConflict, digestMismatch } from './blob-errors.ts';
import { assertBlobKey, contentTypeOf, isBlobKey } from './blob-key.ts';
import type { BlobContent, BlobFacts, BlobStore } from './blob-store.ts';

/**
 * A blob store in a folder. A blob is written to a temporary file, verified, made durable and then linked to
 * its key. Linking fails where the key exists, so that a blob is complete or missing, and never overwritten.
 */
export async function folderBlobStore(directory: string): Promise<BlobStore> {
  const staging = join(directory, '.staging');
  await mkdir(staging, { recursive: true });
  await removeLeftovers(staging);
  return {
    async put(blob, content) {
      assertBlobKey(blob.key);
      const path = join(directory, blob.key);
      const staged = join(staging, randomUUID());
      try {
        await stage(content, staged);
        const sha256 = await sha256File(staged);
        if (sha256 !== blob.sha256) throw digestMismatch(blob, sha256);
        return await claim(blob, { staged, path });
      } finally {
        await rm(staged, { force: true });
      }
    },
    async open(key) {
      const facts = await factsOf(directory, key);
      return facts === null ? null : { facts, stream: createReadStream(join(directory, key)) };
    },
    stat: (key) => factsOf(directory, key),
    list: (prefix) => listBlobs(directory, prefix),
  };
}

/**
 * Age from which on temporary files are deleted: longer than any upload that another process may still run.
 */
const leftoverAgeMs = 60 * 60 * 1000;

async function removeLeftovers(staging: string): Promise<void> {
  for (const name of await readdir(staging)) {
    const path = join(staging, name);
    const facts = await stat(path).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs > leftoverAgeMs)
      await rm(path, { force: true });
  }
}

async function stage(content: BlobContent, staged: string): Promise<void> {
  if (content instanceof Uint8Array) await writeFile(staged, content, { flag: 'wx' });
  else await copyFile(content.file, staged, constants.COPYFILE_EXCL);
  await using file = await open(staged, 'r+');
  await file.sync();
}

async function claim(blob: PlannedBlob, at: { staged: string; path: string }) {
  await makeFolderDurable(dirname(at.path));
  try {
    await link(at.staged, at.path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    const found = await sha256File(at.path);
    if (found !== blob.sha256) throw blobConflict(blob, found);
    return 'present';
  }
  await syncFolder(dirname(at.path));
  return 'stored';
}

async function factsOf(directory: string, key: string): Promise<BlobFacts | null> {
  if (!isBlobKey(key)) return null;
  const facts = await stat(join(directory, key)).catch(() => null);
  if (facts === null || !facts.isFile()) return null;
  return { key, size: facts.size, contentType: contentTypeOf(key), storedAt: facts.mtime };
}

async function* listBlobs(directory: string, prefix: string): AsyncIterable<BlobFacts> {
  for (const kind of ['docs', 'packages']) {
    const found = await readdir(join(directory, kind), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    const keys = found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
    for (const key of keys.filter((name) => name.startsWith(prefix)).sort()) {
      const facts = await factsOf(directory, key);
      if (facts !== null) yield facts;
    }
  }
}
