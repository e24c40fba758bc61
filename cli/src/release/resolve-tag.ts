import { RegistryError } from '@orchestra/core';
import { type GitHub, orNull, requireRepositoryName } from '@orchestra/github';

/**
 * The commit that a tag points to, also through an annotated tag.
 *
 * @throws RegistryError `source-unusable` where there is none
 */
export async function resolveTag(
  of: { repository: string; tag: string },
  github: GitHub,
): Promise<string> {
  const where = requireRepositoryName(of.repository);
  const ref = await orNull(github.rest.git.getRef({ ...where, ref: `tags/${of.tag}` }));
  let object = ref?.data.object;
  for (let depth = 0; object?.type === 'tag' && depth < 5; depth += 1) {
    const { data } = await github.rest.git.getTag({ ...where, tag_sha: object.sha });
    object = data.object;
  }
  if (object?.type === 'commit') return object.sha;
  throw new RegistryError('source-unusable', `${of.repository} has no tag ${of.tag} of a commit`, {
    hint: 'Publish the release of the tag on GitHub, then run the same command again.',
  });
}
