import { createHash } from 'node:crypto';
import type { Asset, Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';
import { toUser } from './to-user.ts';

/** A release and where it is. */
export interface ReleaseOf {
  repository: Repository;
  release: Release;
}

/** A release as answers tell it. */
export function toRelease(world: World, { repository, release }: ReleaseOf) {
  const base = repositoryUrl(world, repository);
  const url = `${base}/releases/${release.id}`;
  return {
    url,
    html_url: `${repositoryPage(world, repository)}/releases/tag/${pageTag(release)}`,
    assets_url: `${url}/assets`,
    upload_url: `${url.replace(world.api, world.uploads)}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${base}/tarball/${encodeURIComponent(release.tag)}`,
    zipball_url: release.draft ? null : `${base}/zipball/${encodeURIComponent(release.tag)}`,
    id: release.id,
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: false,
    created_at: release.createdAt,
    updated_at: release.publishedAt ?? release.createdAt,
    published_at: release.publishedAt,
    author: toUser(world, release.author),
    assets: release.assets.map((asset) => toAsset(world, { repository, release, asset })),
  };
}

/** A release's file as answers tell it. */
export function toAsset(
  world: World,
  { repository, release, asset }: ReleaseOf & { asset: Asset },
) {
  const page = repositoryPage(world, repository);
  const name = encodeURIComponent(asset.name);
  return {
    url: `${repositoryUrl(world, repository)}/releases/assets/${asset.id}`,
    browser_download_url: `${page}/releases/download/${pageTag(release)}/${name}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label,
    state: 'uploaded',
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: `sha256:${createHash('sha256').update(asset.bytes).digest('hex')}`,
    download_count: asset.downloads,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: toUser(world, asset.uploader),
  };
}

/** The tag in addresses on the site: a draft has none yet. */
function pageTag({ draft, id, tag }: Release): string {
  return draft ? `untagged-${id}` : encodeURIComponent(tag);
}
