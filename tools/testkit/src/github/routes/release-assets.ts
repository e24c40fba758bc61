import { Type } from 'typebox';
import { isBytes } from '../http/accepts.ts';
import { type Need, requireToken } from '../http/access.ts';
import { alreadyExists, GitHubError } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { toWrite } from '../http/require-git.ts';
import { requireAsset, requireRelease } from '../http/require-release.ts';
import { json, noContent, route } from '../http/route.ts';
import type { Asset } from '../state/release.ts';
import { storageUrl } from '../storage/storage-url.ts';
import { toAsset } from '../views/to-release.ts';

const toRead: Need = { permission: 'contents', level: 'read' };
const AssetChange = Type.Object({
  name: Type.Optional(Type.String()),
  label: Type.Optional(Type.String()),
});

/** Files of releases. Their bytes are at another host, which is redirected to. */
export const releaseAssetRoutes = [
  route('GET /repos/{owner}/{repo}/releases/{release_id}/assets', (call) => {
    const found = requireRelease(call, toRead);
    return paginate(call, found.release.assets, (asset) =>
      toAsset(call.world, { ...found, asset }),
    );
  }),
  route('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', (call) => {
    const found = requireAsset(call, toRead);
    if (!isBytes(call)) return json(toAsset(call.world, found));
    return { status: 302, headers: { location: storageUrl(call.world, found.asset) } };
  }),
  route('PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}', (call) => {
    const found = requireAsset(call, { ...toRead, ...toWrite });
    Object.assign(found.asset, readBody(call, AssetChange));
    return json(toAsset(call.world, found));
  }),
  route('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', (call) => {
    const { release, asset } = requireAsset(call, { ...toRead, ...toWrite });
    release.assets.splice(release.assets.indexOf(asset), 1);
    return noContent;
  }),
  // at the host of uploads alone
  route('POST /repos/{owner}/{repo}/releases/{release_id}/assets', (call) => {
    const found = requireRelease(call, { ...toRead, ...toWrite });
    const { world, body, url } = call;
    const name = url.searchParams.get('name')?.replaceAll(/[^\w.@+-]+/g, '.') ?? '';
    if (name === '') throw new GitHubError(400, 'Missing name parameter');
    if (body.length === 0) throw new GitHubError(400, 'Bad Content-Length');
    const { assets } = found.release;
    if (assets.some((one) => one.name === name)) throw alreadyExists('ReleaseAsset', 'name');
    const asset: Asset = {
      id: world.nextId(),
      name,
      label: url.searchParams.get('label'),
      contentType: call.headers['content-type'] ?? 'application/octet-stream',
      bytes: body,
      uploader: requireToken(call).account,
      downloads: 0,
      createdAt: world.now(),
    };
    assets.push(asset);
    return json(toAsset(world, { ...found, asset }), 201);
  }),
];
