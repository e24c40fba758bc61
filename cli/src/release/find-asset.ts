import { type Limits, RegistryError } from '@orchestra/core';
import { type GitHub, orNull, requireRepositoryName } from '@orchestra/github';
import type { Asset } from './asset.ts';
import { fetchAsset } from './fetch-asset.ts';
import type { AssetName } from './read-asset-name.ts';
import { resolveTag } from './resolve-tag.ts';

/**
 * Finds an existing release asset and downloads it.
 *
 * @param by.repository repository of an asset that is given by its id alone
 * @throws RegistryError `source-unusable` where there is none, or the public can't see it
 */
export async function findAsset(
  named: AssetName,
  by: { repository: string; github: GitHub; limits: Limits },
): Promise<Asset> {
  const { repository, github, limits } = by;
  const { tag, isIt } = await findTag(named, by);
  const where = { ...requireRepositoryName(repository), tag };
  const release = tag === '' ? null : await orNull(github.rest.repos.getReleaseByTag(where));
  const asset = release?.data.draft === false ? release.data.assets.find(isIt) : undefined;
  if (asset === undefined || asset.state !== 'uploaded') throw missing(named, repository);
  const { id, name } = asset;
  const [bytes, commit] = await Promise.all([
    fetchAsset({ repository, id, name }, { github, limits }),
    resolveTag({ repository, tag }, github),
  ]);
  return { id, uploaderId: asset.uploader?.id ?? 0, tag, commit, bytes };
}

/**
 * Finds the tag of an asset's release. An asset fetched by its id doesn't name the release, but its download
 * URL does.
 */
async function findTag(
  named: AssetName,
  { repository, github }: { repository: string; github: GitHub },
): Promise<{ tag: string; isIt(asset: { id: number; name: string }): boolean }> {
  if (named.kind === 'file') {
    return { tag: named.tag, isIt: ({ name }) => name === named.file };
  }
  const where = { ...requireRepositoryName(repository), asset_id: named.id };
  const found = await orNull(github.rest.repos.getReleaseAsset(where));
  if (found === null) throw missing(named, repository);
  const { pathname } = new URL(found.data.browser_download_url);
  const tag = /\/releases\/download\/([^/]+)\/[^/]+$/.exec(pathname)?.[1] ?? '';
  return { tag: decodeURIComponent(tag), isIt: ({ id }) => id === named.id };
}

function missing(named: AssetName, repository: string): RegistryError {
  const what = named.kind === 'id' ? `asset ${named.id}` : `${named.file} at ${named.tag}`;
  return new RegistryError('source-unusable', `${repository} has no public release with ${what}`, {
    hint: 'Publish the draft of the release, or leave --asset out to have one made.',
  });
}
