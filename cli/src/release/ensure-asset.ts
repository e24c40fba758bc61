import { type Limits, parseValue, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import {
  type GitHub,
  isAnswer,
  orNull,
  repeatable,
  type Repository,
  requireRepositoryName,
} from '@orchestra/github';
import * as Type from 'typebox';
import { type Asset, assetFile, type PackedPackage } from './asset.ts';
import { fetchAsset } from './fetch-asset.ts';
import {
  createRelease,
  findRelease,
  publishGitHubRelease,
  type GitHubRelease,
  type ReleaseAsset,
  requirePush,
  tagOf,
} from './ensure-release.ts';
import { resolveTag } from './resolve-tag.ts';

/** Where a package is released, and how to report progress. */
export interface ReleasePlace {
  repository: Repository;
  github: GitHub;
  limits: Limits;
  /** The checked-out commit; null where git doesn't report one. */
  commit: string | null;
  say(text: string): void;
}

/** What exists of a version's GitHub release; null for what doesn't. */
export interface FoundAsset {
  release: GitHubRelease | null;
  /** The asset with exactly the bytes of the package. */
  asset: ReleaseAsset | null;
}

/**
 * Looks up a version's GitHub release and asset. Changes nothing.
 *
 * @throws RegistryError `source-unusable` where it has other bytes, or is somebody's draft
 */
export async function lookForAsset(
  own: PackedPackage,
  place: Pick<ReleasePlace, 'repository' | 'github' | 'limits'>,
): Promise<FoundAsset> {
  const release = await findRelease(own, place);
  if (release === null) return { release, asset: null };
  return { release, asset: await findSame(own, { ...place, assets: release.assets }) };
}

/**
 * Makes a version's GitHub release with the package as its asset, or reuses what exists: however often it
 * runs, there is one of each. An asset is never replaced.
 *
 * @param place.found what {@link lookForAsset} found
 * @throws RegistryError `source-unusable`
 */
export async function ensureAsset(
  own: PackedPackage,
  place: ReleasePlace & { found: FoundAsset },
): Promise<Asset> {
  const { repository, github, say, found } = place;
  const tag = tagOf(own);
  if (found.release === null) say(`Making the release ${tag} of ${repository.fullName}`);
  const release = found.release ?? (await createRelease(own, place));
  const asset = found.asset ?? (await uploadAsset(own, { ...place, release }));
  if (release.isDraft) await publishGitHubRelease(release, place);
  const commit = await resolveTag({ repository: repository.fullName, tag }, github);
  return { id: asset.id, uploaderId: asset.uploaderId, tag, commit, bytes: own.bytes };
}

/**
 * Finds the release's asset for a package, and compares its bytes.
 *
 * @returns null where there is none, or only an interrupted upload
 * @throws RegistryError `source-unusable` where it has other bytes
 */
async function findSame(
  own: PackedPackage,
  at: Pick<ReleasePlace, 'repository' | 'github' | 'limits'> & { assets: readonly ReleaseAsset[] },
): Promise<ReleaseAsset | null> {
  const { github, limits } = at;
  const repository = at.repository.fullName;
  const name = assetFile(own);
  const asset = at.assets.find((one) => one.name === name && one.state === 'uploaded');
  if (asset === undefined) return null;
  const bytes = await fetchAsset({ repository, id: asset.id, name }, { github, limits });
  const sha256 = sha256Hex(bytes);
  if (sha256 === own.facts.sha256) return asset;
  throw new RegistryError(
    'source-unusable',
    `${name} at ${tagOf(own)} of ${repository} has SHA-256 ${sha256}; what is packed here has ${own.facts.sha256}`,
    {
      hint: `A released file is never replaced: raise the version, delete the asset on GitHub, or submit it as it is with --asset ${asset.id}`,
    },
  );
}

async function uploadAsset(
  own: PackedPackage,
  place: ReleasePlace & { release: GitHubRelease },
): Promise<ReleaseAsset> {
  const { release, github, say } = place;
  const where = requireRepositoryName(place.repository.fullName);
  requirePush(place.repository);
  let { assets } = release;
  for (let attempt = 1; ; attempt += 1) {
    const cutOff = assets.find(({ name }) => name === assetFile(own));
    if (cutOff !== undefined) {
      const asked = { ...where, asset_id: cutOff.id };
      await orNull(github.rest.repos.deleteReleaseAsset(asked)); // ignored if it is gone already
    }
    say(`Uploading ${assetFile(own)}`);
    try {
      return await upload(own, place);
    } catch (error) {
      // an upload whose response was lost exists, complete or not
      if (!isAnswer(error, 422) || attempt === 3) throw error;
      const of = { ...where, release_id: release.id, per_page: 100 };
      const { data } = await github.rest.repos.listReleaseAssets(of);
      assets = data.map(({ uploader, ...rest }) => ({ ...rest, uploaderId: uploader?.id ?? 0 }));
      const same = await findSame(own, { ...place, assets });
      if (same !== null) return same;
    }
  }
}

async function upload(
  own: PackedPackage,
  { release, github }: ReleasePlace & { release: GitHubRelease },
): Promise<ReleaseAsset> {
  // the library's own method uploads to github.com, whatever host the release is on
  const response = await github.request({
    method: 'POST',
    url: release.uploadUrl,
    name: assetFile(own),
    data: own.bytes,
    headers: { 'content-type': 'application/gzip' },
    request: repeatable, // GitHub refuses a second one (422)
  });
  const uploaded = parseValue(UploadedSchema, response.data);
  if (uploaded.ok) return { ...uploaded.value, uploaderId: uploaded.value.uploader.id };
  throw new RegistryError(
    'github-failed',
    `GitHub says nothing of the uploaded ${assetFile(own)}`,
    {
      hint: 'Run the same command again: it goes on where it stopped.',
    },
  );
}

const UploadedSchema = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  state: Type.String(),
  uploader: Type.Object({ id: Type.Integer() }),
});
