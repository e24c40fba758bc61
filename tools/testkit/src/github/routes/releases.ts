import { Type } from 'typebox';
import { publishRelease, refuseTakenTag } from '../actions/publish-release.ts';
import { type Need, requireRepository, requireToken } from '../http/access.ts';
import { notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit, toWrite } from '../http/require-git.ts';
import { requireRelease, visibleReleases } from '../http/require-release.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import type { Release } from '../state/release.ts';
import type { Repository } from '../state/repository.ts';
import { toRelease } from '../views/to-release.ts';

const Texts = {
  target_commitish: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  draft: Type.Optional(Type.Boolean()),
  prerelease: Type.Optional(Type.Boolean()),
};
const NewRelease = Type.Object({ tag_name: Type.String({ minLength: 1 }), ...Texts });
const ReleaseChange = Type.Object({
  tag_name: Type.Optional(Type.String({ minLength: 1 })),
  ...Texts,
});

const toRead: Need = { permission: 'contents', level: 'read' };

/** Releases. */
export const releaseRoutes = [
  route('GET /repos/{owner}/{repo}/releases', (call) => {
    const repository = requireRepository(call, toRead);
    const releases = visibleReleases(call, repository).toReversed();
    return paginate(call, releases, (release) => toRelease(call.world, { repository, release }));
  }),
  route('GET /repos/{owner}/{repo}/releases/latest', (call) => {
    const repository = requireRepository(call, toRead);
    const latest = repository.releases.findLast(({ draft, prerelease }) => !draft && !prerelease);
    return answer(call, repository, latest);
  }),
  route('GET /repos/{owner}/{repo}/releases/tags/{tag}', (call) => {
    const repository = requireRepository(call, toRead);
    const tag = param(call, 'tag');
    const found = repository.releases.find((one) => one.tag === tag && !one.draft);
    return answer(call, repository, found);
  }),
  route('GET /repos/{owner}/{repo}/releases/{release_id}', (call) => {
    const { repository, release } = requireRelease(call, toRead);
    return answer(call, repository, release);
  }),
  route('POST /repos/{owner}/{repo}/releases', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, NewRelease);
    const { world } = call;
    const draft = body.draft ?? false;
    const token = requireToken(call);
    const { account } = token;
    const release: Release = {
      id: world.nextId(),
      tag: body.tag_name,
      target: body.target_commitish ?? 'main',
      name: body.name ?? null,
      body: body.body ?? null,
      draft: true,
      prerelease: body.prerelease ?? false,
      author: account,
      assets: [],
      createdAt: world.now(),
      publishedAt: null,
    };
    if (!draft) await publishRelease(world, { repository, account, token }, release);
    repository.releases.push(release);
    return json(toRelease(world, { repository, release }), 201);
  }),
  route('PATCH /repos/{owner}/{repo}/releases/{release_id}', async (call) => {
    const { repository, release } = requireRelease(call, { ...toRead, ...toWrite });
    const body = readBody(call, ReleaseChange);
    const tag = body.tag_name ?? release.tag;
    if (!release.draft) refuseTakenTag(repository, { ...release, tag });
    Object.assign(release, {
      tag,
      target: body.target_commitish ?? release.target,
      name: body.name ?? release.name,
      body: body.body ?? release.body,
      prerelease: body.prerelease ?? release.prerelease,
    });
    if (body.draft === true) release.draft = true;
    if (body.draft === false && release.draft) {
      const token = requireToken(call);
      await publishRelease(call.world, { repository, account: token.account, token }, release);
    }
    return answer(call, repository, release);
  }),
  route('DELETE /repos/{owner}/{repo}/releases/{release_id}', (call) => {
    const { repository, release } = requireRelease(call, { ...toRead, ...toWrite });
    repository.releases.splice(repository.releases.indexOf(release), 1);
    return noContent;
  }),
];

function answer(call: Call, repository: Repository, release: Release | undefined) {
  if (release === undefined) throw notFound();
  return json(toRelease(call.world, { repository, release }));
}
