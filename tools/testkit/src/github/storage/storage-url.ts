import { createHash } from 'node:crypto';
import type { Asset } from '../state/release.ts';
import type { World } from '../state/world.ts';

/** Where an asset's bytes are, for whoever has the address: no token is asked for there. */
export function storageUrl({ storage }: World, asset: Asset): string {
  return `${storage}/release-assets/${asset.id}?sig=${signatureOf(asset)}`;
}

/** What the address of an asset must carry. */
export function signatureOf({ id, createdAt }: Asset): string {
  return createHash('sha256').update(`${id} ${createdAt}`).digest('hex').slice(0, 32);
}
