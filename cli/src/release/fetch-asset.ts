import { type Limits, RegistryError } from '@orchestra/core';
import { type GitHub, requireRepositoryName } from '@orchestra/github';

/** A release asset to download. */
export interface AssetRequest {
  /** `owner/name`. */
  repository: string;
  id: number;
  name: string;
}

/**
 * Downloads a release asset, up to the size limit of packages. GitHub redirects to a storage host, which
 * doesn't get the token.
 *
 * @throws RegistryError `source-unusable` for a larger one, `github-unreachable` for one that is cut off
 */
export async function fetchAsset(
  { repository, id, name }: AssetRequest,
  by: { github: GitHub; limits: Limits },
): Promise<Buffer> {
  const { github, limits } = by;
  const response = await github.rest.repos.getReleaseAsset({
    ...requireRepositoryName(repository),
    asset_id: id,
    headers: { accept: 'application/octet-stream' },
    request: { parseSuccessResponseBody: false },
  });
  const body: unknown = response.data;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (!(body instanceof ReadableStream)) throw new Error('no body');
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) throw new Error('no bytes');
      size += chunk.length;
      if (size > limits.packedBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new RegistryError('github-unreachable', `The download of ${name} was cut off`, {
      hint: 'Run the same command again: it goes on where it stopped.',
      cause: error,
    });
  }
  if (size <= limits.packedBytes) return Buffer.concat(chunks, size);
  throw new RegistryError(
    'source-unusable',
    `${name} has more than ${limits.packedBytes} bytes, which is the most that a package may have`,
    { hint: 'Pack it with `orchestra ext pack`.' },
  );
}
