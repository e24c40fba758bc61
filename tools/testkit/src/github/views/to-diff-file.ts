import type { DiffFile } from '../git/diff-files.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';

/** A changed file as answers tell it. They don't tell its mode: only trees do. */
export function toDiffFile(
  world: World,
  { repository, sha, file }: { repository: Repository; sha: string; file: DiffFile },
) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const page = repositoryPage(world, repository);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
