import { publishRelease } from '../actions/publish-release.ts';
import type { GitHub } from '../github.ts';
import type { Asset, Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';

/** Adds a release with its files, as its owner would on the site. */
export async function addRelease(
  world: World,
  repository: Repository,
  { tag, draft = false, assets = [] }: Parameters<GitHub['addRelease']>[1],
): Promise<{ id: number; assets: { id: number }[] }> {
  const { owner } = repository;
  const added = assets.map(({ name, bytes, uploader }): Asset => ({
    id: world.nextId(),
    name,
    label: null,
    contentType: 'application/gzip',
    bytes,
    uploader: uploader === undefined ? owner : world.account(uploader),
    downloads: 0,
    createdAt: world.now(),
  }));
  const release: Release = {
    id: world.nextId(),
    tag,
    target: 'main',
    name: tag,
    body: null,
    draft: true,
    prerelease: false,
    author: owner,
    assets: added,
    createdAt: world.now(),
    publishedAt: null,
  };
  if (!draft) await publishRelease(world, { repository, account: owner, token: null }, release);
  repository.releases.push(release);
  return { id: release.id, assets: added.map(({ id }) => ({ id })) };
}
