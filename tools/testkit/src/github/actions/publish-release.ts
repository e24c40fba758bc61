import type { Cause } from '../events/cause.ts';
import { tell } from '../events/tell.ts';
import { readRef, resolveCommit, updateRef } from '../git/refs.ts';
import { alreadyExists, GitHubError } from '../http/github-error.ts';
import type { Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { toRelease } from '../views/to-release.ts';
import { followRefMove } from './move-ref.ts';

/**
 * Publishes a release, and makes its tag where it isn't there yet.
 *
 * @throws GitHubError 422 where there is nothing to put the tag on, or another release has it
 */
export async function publishRelease(world: World, cause: Cause, release: Release): Promise<void> {
  const { repository } = cause;
  const name = `refs/tags/${release.tag}`;
  if ((await readRef(repository.directory, name)) === null) {
    const after = await resolveCommit(repository.directory, release.target);
    if (after === null || !(await updateRef(repository.directory, { name, after }))) {
      const errors = [{ resource: 'Release', code: 'invalid', field: 'target_commitish' }];
      throw new GitHubError(422, 'Validation Failed', { errors });
    }
    await followRefMove(world, cause, { name, before: null, after });
  }
  refuseTakenTag(repository, release); // after all that was waited for
  release.draft = false;
  release.publishedAt = world.now();
  tell(world, cause, 'release', {
    action: 'published',
    release: toRelease(world, { repository, release }),
  });
}

/** Refuses a tag that another published release has. @throws GitHubError 422 */
export function refuseTakenTag({ releases }: Repository, release: Release): void {
  if (releases.some((one) => one.id !== release.id && one.tag === release.tag && !one.draft)) {
    throw alreadyExists('Release', 'tag_name');
  }
}
