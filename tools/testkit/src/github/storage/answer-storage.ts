import type { Answer } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { signatureOf } from './storage-url.ts';

/** Answers a request for an asset's bytes, as the storage behind GitHub does. */
export function answerStorage(world: World, url: URL): Answer {
  const id = Number(/^\/release-assets\/(\d+)$/.exec(url.pathname)?.[1]);
  const asset = world.repositories
    .flatMap(({ releases }) => releases)
    .flatMap(({ assets }) => assets)
    .find((one) => one.id === id);
  if (asset === undefined) return { status: 404, bytes: Buffer.from('BlobNotFound') };
  if (url.searchParams.get('sig') !== signatureOf(asset)) {
    return { status: 403, bytes: Buffer.from('AuthenticationFailed') };
  }
  asset.downloads += 1;
  const name = asset.name.replaceAll(/[^\w.+-]/g, '_');
  return {
    status: 200,
    bytes: asset.bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${name}`,
    },
  };
}
