import type { Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import { mayDo, type Need, requireRepository } from './access.ts';
import { notFound } from './github-error.ts';
import { type Call, param } from './route.ts';

/** The releases that whoever asks may see: drafts are for those who may push. */
export function visibleReleases(call: Call, repository: Repository): Release[] {
  const need: Need = { permission: 'contents', level: 'write', role: 'write' };
  if (mayDo(call.world, call.token, { repository, need })) return repository.releases;
  return repository.releases.filter(({ draft }) => !draft);
}

/** The release that the path names. @throws GitHubError 404, else as {@link requireRepository} */
export function requireRelease(call: Call, need: Need) {
  const repository = requireRepository(call, need);
  const id = Number(param(call, 'release_id'));
  const release = visibleReleases(call, repository).find((one) => one.id === id);
  if (release === undefined) throw notFound();
  return { repository, release };
}

/** The release's file that the path names. @throws GitHubError 404, else as {@link requireRepository} */
export function requireAsset(call: Call, need: Need) {
  const repository = requireRepository(call, need);
  const id = Number(param(call, 'asset_id'));
  for (const release of visibleReleases(call, repository)) {
    const asset = release.assets.find((one) => one.id === id);
    if (asset !== undefined) return { repository, release, asset };
  }
  throw notFound();
}
