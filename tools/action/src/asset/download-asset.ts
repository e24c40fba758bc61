import { RegistryError } from '@orchestra/core';
import type { RepositoryName } from '@orchestra/github';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AssetHosts, isAssetUrl } from './asset-hosts.ts';

/** How to reach GitHub for a download. */
export interface DownloadContext {
  fetch: typeof fetch;
  hosts: AssetHosts;
  /** Sent only to GitHub's API, never to a host that it redirects to. */
  token: string;
  /** Time limit of a download in milliseconds; five minutes by default. */
  downloadMs?: number;
}

/** The asset to download, and the file to write. */
export interface AssetDownload {
  repository: RepositoryName;
  id: number;
  /** Expected size in bytes; a longer download is stopped. */
  size: number;
  /** Path of the file to write. */
  file: string;
}

/**
 * Downloads a release asset, while counting and hashing it.
 *
 * @returns the SHA-256 of the bytes, or `gone` where GitHub no longer has the asset
 * @throws RegistryError `source-unusable` for bytes that can't be the asset, `github-unreachable`,
 *   `github-failed`, `rate-limited`
 */
export async function downloadAsset(
  wanted: AssetDownload,
  context: DownloadContext,
): Promise<{ sha256: string } | 'gone'> {
  const signal = AbortSignal.timeout(context.downloadMs ?? 5 * 60 * 1000);
  try {
    const response = await follow(wanted, { ...context, signal });
    if (response.status === 404 || response.status === 410) return 'gone';
    if (!response.ok || response.body === null) throw failed(response.status);
    const sha256 = await receive(response.body, wanted);
    return { sha256 };
  } catch (error) {
    if (error instanceof RegistryError) throw error;
    const reason = signal.aborted ? 'it took too long' : messageOf(error);
    throw new RegistryError('github-unreachable', `The asset can't be downloaded: ${reason}`, {
      hint: 'The next run tries again.',
      cause: error,
    });
  }
}

const maxRedirects = 5;

async function follow(
  { repository, id }: AssetDownload,
  { fetch, hosts, token, signal }: DownloadContext & { signal: AbortSignal },
): Promise<Response> {
  const { owner, repo } = repository;
  let url = new URL(`${hosts.api}/repos/${owner}/${repo}/releases/assets/${id}`);
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const isApi = url.href.startsWith(`${hosts.api}/`);
    const response = await fetch(url.href, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/octet-stream',
        'accept-encoding': 'identity',
        'user-agent': 'orchestra-registry',
        ...(isApi ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next === null || !isAssetUrl(next, hosts)) throw strayed(next);
    url = next;
  }
  throw strayed(null);
}

async function receive(body: ReadableStream, { size, file }: AssetDownload): Promise<string> {
  const hash = createHash('sha256');
  let received = 0;
  await pipeline(
    Readable.fromWeb(body),
    async function* count(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        received += chunk.length;
        if (received > size) throw tooLong(size);
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  return hash.digest('hex');
}

function tooLong(size: number): RegistryError {
  return new RegistryError('source-unusable', `Expected ${size} bytes of the asset; more came`, {
    hint: 'Upload the package again, and submit it with its size and digest.',
  });
}

function strayed(url: URL | null): RegistryError {
  const where = url === null ? 'nowhere' : url.hostname;
  return new RegistryError(
    'source-unusable',
    `The download was sent on to ${where}, which is no host of GitHub's`,
    { hint: 'Upload the package to the release again, and submit the new asset.' },
  );
}

function failed(status: number): RegistryError {
  const code = status === 429 || status === 403 ? 'rate-limited' : 'github-failed';
  return new RegistryError(code, `GitHub answers ${status} for the asset`, {
    hint: 'The next run tries again.',
  });
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
