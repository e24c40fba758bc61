import { RegistryError } from '@orchestra/core';
import {
  type GitHub,
  isAnswer,
  orNull,
  type Repository,
  requireRepositoryName,
} from '@orchestra/github';
import type { PackedPackage } from './asset.ts';

/** The fields of a GitHub release that are used. */
export interface GitHubRelease {
  id: number;
  isDraft: boolean;
  /** URL that assets are uploaded to. */
  uploadUrl: string;
  assets: ReleaseAsset[];
}

/** An asset of a release. */
export interface ReleaseAsset {
  id: number;
  name: string;
  /** `uploaded`; anything else is an interrupted upload. */
  state: string;
  uploaderId: number;
}

/** Marks the drafts that this program made, which it may therefore publish. */
const marker = '<!-- made by orchestra ext publish -->';

/** The tag of a version's release. */
export function tagOf({ version }: { version: string }): string {
  return `v${version}`;
}

/**
 * Finds the GitHub release of a version; null where there is none. It may be a draft that an interrupted run
 * of this program left.
 *
 * @throws RegistryError `source-unusable` for a draft of somebody else's
 */
export async function findRelease(
  of: PackedPackage,
  { repository, github }: { repository: Repository; github: GitHub },
): Promise<GitHubRelease | null> {
  const where = requireRepositoryName(repository.fullName);
  const tag = tagOf(of);
  const published = await orNull(github.rest.repos.getReleaseByTag({ ...where, tag }));
  if (published !== null) return readRelease(published.data);
  if (!repository.mayPush) return null; // only accounts with write access see drafts
  const { data: latest } = await github.rest.repos.listReleases({ ...where, per_page: 100 });
  const draft = latest.find((release) => release.draft && release.tag_name === tag);
  if (draft === undefined) return null;
  if (draft.body?.includes(marker) === true) return readRelease(draft);
  throw new RegistryError(
    'source-unusable',
    `The release ${tag} of ${repository.fullName} is a draft: the registry can't read it`,
    { hint: `Publish it, or delete it, then run the same command again: ${draft.html_url}` },
  );
}

/**
 * Creates a version's GitHub release as a draft, which is published once its asset is uploaded.
 *
 * @param at.commit the checked-out commit; null tags the default branch
 * @throws RegistryError `source-unusable` where GitHub hasn't got the commit
 */
export async function createRelease(
  of: PackedPackage,
  at: { repository: Repository; github: GitHub; commit: string | null },
): Promise<GitHubRelease> {
  const { repository, github, commit } = at;
  requirePush(repository);
  const where = requireRepositoryName(repository.fullName);
  if (commit !== null) await requireCommit(commit, at);
  const { data } = await github.rest.repos.createRelease({
    ...where,
    tag_name: tagOf(of),
    target_commitish: commit ?? repository.defaultBranch,
    name: `${of.name} ${of.version}`,
    body: `Published with \`orchestra ext publish\`.\n\n${marker}\n`,
    draft: true,
    prerelease: of.version.includes('-'),
  });
  return readRelease(data);
}

/** Publishes a draft. */
export async function publishGitHubRelease(
  release: GitHubRelease,
  { repository, github }: { repository: Repository; github: GitHub },
): Promise<void> {
  const where = requireRepositoryName(repository.fullName);
  await github.rest.repos.updateRelease({ ...where, release_id: release.id, draft: false });
}

/** @throws RegistryError `source-unusable` where the account may not write to the repository */
export function requirePush({ fullName, mayPush }: Repository): void {
  if (mayPush) return;
  throw new RegistryError('source-unusable', `You may not make releases of ${fullName}`, {
    hint: 'Ask for the right to write there, or name an asset that exists: --asset URL',
  });
}

async function requireCommit(
  commit: string,
  { repository, github }: { repository: Repository; github: GitHub },
): Promise<void> {
  const where = requireRepositoryName(repository.fullName);
  try {
    await github.rest.git.getCommit({ ...where, commit_sha: commit });
  } catch (error) {
    if (!isAnswer(error, 404) && !isAnswer(error, 422) && !isAnswer(error, 409)) throw error;
    throw new RegistryError(
      'source-unusable',
      `${repository.fullName} has not got the commit that is checked out, ${commit.slice(0, 12)}`,
      { hint: 'Push it (git push), then run the same command again.', cause: error },
    );
  }
}

function readRelease(found: {
  id: number;
  draft: boolean;
  upload_url: string;
  assets: readonly { id: number; name: string; state: string; uploader: { id: number } | null }[];
}): GitHubRelease {
  return {
    id: found.id,
    isDraft: found.draft,
    uploadUrl: found.upload_url,
    assets: found.assets.map(({ uploader, ...asset }) => ({
      id: asset.id,
      name: asset.name,
      state: asset.state,
      uploaderId: uploader?.id ?? 0,
    })),
  };
}
