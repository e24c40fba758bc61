import { formatBytes, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { askConsent } from '../ask.ts';
import type { CommandContext } from '../command.ts';
import { downloadPackage } from '../registry/download-package.ts';
import { startProgress } from '../render/progress.ts';
import type { PinnedPart } from './native-parts.ts';

/**
 * Finds the native part of the engine in the cache, or downloads it with consent. Its bytes are compared with
 * the SHA-256 that the command line knows: before they are written, and before each use.
 *
 * @returns absolute path of the file
 * @throws RegistryError `consent-required`, `cancelled`, `sandbox-missing` where the registry doesn't have it,
 *   `digest-mismatch`, `registry-unreachable`
 */
export async function keepNativePart(part: PinnedPart, context: CommandContext): Promise<string> {
  const file = join(context.home, 'cache', part.path);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null && sha256Hex(kept) === part.sha256) return file;
  const url = `${context.registry}/${part.path}`;
  await askConsent(
    `Extensions run in an engine whose native part isn't here yet. Download ${formatBytes(part.size)} from ${url}?`,
    context,
    {
      hint: `Give your consent with --yes: it is compared with a known SHA-256, and kept in ${dirname(file)}.`,
    },
  );
  using _progress = await startProgress(context, 'Downloading the engine');
  await putFile(file, await download(url, { part, context }));
  return file;
}

async function download(
  url: string,
  { part, context }: { part: PinnedPart; context: CommandContext },
): Promise<Buffer> {
  try {
    return await downloadPackage({ url, version: part }, context);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'blob-missing') throw error;
    throw new RegistryError('sandbox-missing', error.message, {
      hint: 'This registry has no engine for this version of the command line: update it, or name another registry by --registry.',
      cause: error,
    });
  }
}

/** Whoever reads finds a whole file or none: also where this process is killed, or another one does the same. */
async function putFile(file: string, content: Uint8Array): Promise<void> {
  const staged = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await removeStale(dirname(file));
  try {
    await using handle = await open(staged, 'wx');
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await rename(staged, file);
  } catch (error) {
    await rm(staged, { force: true });
    throw new RegistryError('file-unwritable', `${file} can't be written: ${String(error)}`, {
      hint: 'Make room, or set ORCHESTRA_HOME to a folder that can be written.',
      cause: error,
    });
  }
}

/** Longer than anybody writes a file. Milliseconds. */
const staleMs = 10 * 60_000;

/** Removes what a process left that was killed while it wrote. */
async function removeStale(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.tmp'))) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && found.mtimeMs < Date.now() - staleMs) await rm(file, { force: true });
  }
}
