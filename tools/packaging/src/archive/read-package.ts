import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type Limits, type PackageFacts, problem, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { readTar } from './read-tar.ts';

/** The files of a package, with its size and digests. */
export interface ReadPackage {
  files: Map<string, Uint8Array>;
  /** Paths of the files that may be executed once they are unpacked. */
  executables: ReadonlySet<string>;
  facts: PackageFacts;
}

/** Requirements that a package must meet. */
export interface ExpectedPackage {
  limits: Limits;
  /** Digest of the .tar.gz, compared before anything is uncompressed. */
  sha256?: string;
}

/**
 * Reads a package from a file, as {@link unpackPackage} does.
 *
 * @throws RegistryError `digest-mismatch`, `package-invalid` with every problem, `file-unreadable`
 */
export async function readPackage(file: string, expected: ExpectedPackage): Promise<ReadPackage> {
  return unpackPackage(await readCapped(file, expected.limits), expected);
}

/**
 * Reads a package strictly from memory: only files and folders with safe paths are accepted, and limits are
 * enforced while uncompressing.
 *
 * @param bytes the .tar.gz
 * @throws RegistryError `digest-mismatch`, `package-invalid` with every problem
 */
export async function unpackPackage(
  bytes: Buffer,
  expected: ExpectedPackage,
): Promise<ReadPackage> {
  const sha256 = sha256Hex(bytes);
  if (expected.sha256 !== undefined && sha256 !== expected.sha256) {
    throw new RegistryError(
      'digest-mismatch',
      `The package has SHA-256 ${sha256}; expected ${expected.sha256}`,
      { hint: 'It was changed on its way, or the registry is damaged: nothing was unpacked.' },
    );
  }
  const tar = await gunzip(bytes, expected.limits);
  const { files, executables, problems } = readTar(tar, expected.limits);
  if (problems.length > 0) throw invalid(problems);
  const unpackedSize = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const tarSha256 = sha256Hex(tar);
  return { files, executables, facts: { sha256, tarSha256, size: bytes.length, unpackedSize } };
}

async function readCapped(path: string, { packedBytes }: Limits): Promise<Buffer> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > packedBytes) {
      const message = `Expected at most ${packedBytes} bytes packed; found ${size}`;
      throw invalid([problem('package-too-large', { path: '.', message })]);
    }
    return await file.readFile();
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    throw new RegistryError('file-unreadable', `${path} can't be read`, {
      hint: 'Check the path and its permissions.',
      cause: error,
    });
  }
}

/**
 * Size from which on the ratio counts. A tar of small files is mostly padding, and compresses far better than
 * its files.
 */
const harmlessBytes = 4 * 1024 * 1024;

async function gunzip(bytes: Buffer, limits: Limits): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    const message = 'Expected a gzip file; its first bytes say otherwise';
    throw invalid([problem('archive-not-gzip', { path: '.', message })]);
  }
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  const chunks: Buffer[] = [];
  const mostTar = limits.unpackedBytes + (limits.entries + 2) * 3 * 512;
  let size = 0;
  stream.end(bytes);
  try {
    for await (const chunk of stream) {
      const part: Buffer = chunk;
      chunks.push(part);
      size += part.length;
      if (size > mostTar) {
        const message = `Expected at most ${limits.unpackedBytes} bytes of files; found more`;
        throw invalid([problem('package-too-large', { path: '.', message })]);
      }
      if (size > harmlessBytes && size / bytes.length > limits.ratio) {
        const message = `Expected at most ${limits.ratio} times the packed size; found more`;
        throw invalid([problem('archive-ratio', { path: '.', message })]);
      }
    }
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown';
    const message = `It can't be uncompressed: ${reason}`;
    throw invalid([problem('archive-damaged', { path: '.', message })]);
  }
  if (stream.bytesWritten < bytes.length) {
    const message = `${bytes.length - stream.bytesWritten} bytes stand behind the compressed data`;
    throw invalid([problem('archive-trailing-data', { path: '.', message })]);
  }
  return Buffer.concat(chunks, size);
}

function invalid(problems: ReturnType<typeof problem>[]): RegistryError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new RegistryError(
    'package-invalid',
    `The package can't be accepted: ${first?.path ?? ''}: ${first?.message ?? ''}${more}`,
    { hint: first?.hint ?? 'Pack with `orchestra ext pack`.', problems },
  );
}
