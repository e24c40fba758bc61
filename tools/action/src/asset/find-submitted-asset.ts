import {
  problem,
  type Problem,
  type PublishSubmission,
  type SubmissionSource,
} from '@orchestra/core';
import { type GitHub, orNull, readRepository, type RepositoryName } from '@orchestra/github';

/** The release asset that a submission names, with GitHub's data about it. */
export interface SubmittedAsset {
  source: Extract<SubmissionSource, { kind: 'release-asset' }>;
  repository: RepositoryName;
  asset: { id: number; name: string; size: number; uploader: string };
}

/**
 * Checks the source of a submission at GitHub: the repository and its id, the published GitHub release, the
 * asset, and the commit of the tag.
 *
 * @param from.path of the submission, for the problems
 * @returns `found` null where there is a problem
 * @throws RegistryError `github-unreachable`, `github-failed`, `rate-limited`
 */
export async function findSubmittedAsset(
  submission: PublishSubmission,
  from: { github: GitHub; path: string },
): Promise<{ found: SubmittedAsset | null; problems: Problem[] }> {
  const { github } = from;
  const { source, size } = submission;
  const say = teller(from.path);
  const repository = await readRepository(source.repository, github);
  if (repository === null || repository.isPrivate) {
    const message = `Expected a public repository; ${source.repository} can't be seen`;
    return { found: null, problems: [say('source-repository', '/repository', message)] };
  }
  const { id, fullName, ownerId, owner, repo } = repository;
  if (id !== source.repositoryId) {
    const message = `${source.repository} has the id ${id}; expected ${source.repositoryId}`;
    return { found: null, problems: [say('source-repository', '/repositoryId', message)] };
  }
  const at = { owner, repo }; // it may have been renamed since
  const [release, asset, commit] = await Promise.all([
    isTag(source.tag)
      ? orNull(github.rest.repos.getReleaseByTag({ ...at, tag: source.tag }))
      : null,
    orNull(github.rest.repos.getReleaseAsset({ ...at, asset_id: source.releaseAssetId })),
    isTag(source.tag) ? commitOf(source.tag, { github, at }) : null,
  ]);
  const problems: Problem[] = [];
  if (release === null || release.data.draft) {
    const message = `Expected a published release at the tag ${source.tag}; found none`;
    problems.push(say('source-release', '/tag', message));
  } else if (!release.data.assets.some((one) => one.id === source.releaseAssetId)) {
    const message = `The release ${source.tag} has no asset ${source.releaseAssetId}`;
    problems.push(say('source-asset', '/releaseAssetId', message));
  } else if (commit !== source.commit) {
    const message = `The tag ${source.tag} is at ${commit ?? 'no commit'}; expected ${source.commit}`;
    problems.push(say('source-release', '/commit', message));
  }
  if (asset === null || asset.data.state !== 'uploaded') {
    if (problems.every(({ code }) => code !== 'source-asset')) {
      const message = `${fullName} has no asset ${source.releaseAssetId}`;
      problems.push(say('source-asset', '/releaseAssetId', message));
    }
    return { found: null, problems };
  }
  if (asset.data.size !== size) {
    const message = `The asset has ${asset.data.size} bytes; expected ${size}`;
    problems.push(problem('source-digest', { path: `${from.path}#/size`, message }));
  }
  if (problems.length > 0) return { found: null, problems };
  const facts = { repositoryId: id, repository: fullName, repositoryOwnerId: ownerId };
  const uploader = asset.data.uploader;
  return {
    found: {
      source: { kind: 'release-asset', ...facts, assetUploaderId: uploader?.id ?? 0 },
      repository: at,
      asset: {
        id: asset.data.id,
        name: asset.data.name,
        size,
        uploader: uploader?.login ?? 'ghost',
      },
    },
    problems: [],
  };
}

type SourceCode = 'source-repository' | 'source-release' | 'source-asset';

function teller(path: string) {
  return (code: SourceCode, pointer: string, message: string) =>
    problem(code, { path: `${path}#/source${pointer}`, message });
}

/** True for a valid git tag name. Source: git-check-ref-format */
function isTag(tag: string): boolean {
  return !/(?:^|\/)\.|\.\.|[\s~^:?*[\\\p{Cc}]|@\{|\.(?:lock)?(?:\/|$)|^[-/]|\/(?:\/|$)/u.test(tag);
}

async function commitOf(
  tag: string,
  { github, at }: { github: GitHub; at: RepositoryName },
): Promise<string | null> {
  const found = await orNull(github.rest.git.getRef({ ...at, ref: `tags/${tag}` }));
  if (found === null) return null;
  const { type, sha } = found.data.object;
  if (type !== 'tag') return sha;
  const annotated = await orNull(github.rest.git.getTag({ ...at, tag_sha: sha }));
  return annotated?.data.object.sha ?? null;
}
