import { Type } from 'typebox';
import { resolveCommit } from '../git/refs.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit } from '../http/require-git.ts';
import { json, param, route } from '../http/route.ts';
import type { CommitStatus, Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from '../views/node-id.ts';
import { repositoryUrl, toRepository } from '../views/to-repository.ts';
import { toUser } from '../views/to-user.ts';

const NewStatus = Type.Object({
  state: Type.Union([
    Type.Literal('error'),
    Type.Literal('failure'),
    Type.Literal('pending'),
    Type.Literal('success'),
  ]),
  context: Type.Optional(Type.String()),
  description: Type.Optional(Type.String({ maxLength: 140 })),
  target_url: Type.Optional(Type.String()),
});

/** Statuses of commits. */
export const statusRoutes = [
  route('POST /repos/{owner}/{repo}/statuses/{sha}', async (call) => {
    const need = { permission: 'statuses', level: 'write', role: 'write' } as const;
    const repository = await requireGit(call, need);
    const body = readBody(call, NewStatus);
    const { world } = call;
    const sha = param(call, 'sha');
    if ((await resolveCommit(repository.directory, sha)) !== sha) {
      throw new GitHubError(422, `No commit found for SHA: ${sha}`);
    }
    const status: CommitStatus = {
      id: world.nextId(),
      sha,
      state: body.state,
      context: body.context ?? 'default',
      description: body.description ?? null,
      targetUrl: body.target_url ?? null,
      creator: requireToken(call).account,
      createdAt: world.now(),
    };
    repository.statuses.push(status);
    const avatar = `${world.web}/avatars/u/${status.creator.id}`;
    return json(
      {
        ...toStatus(world, repository, status),
        avatar_url: avatar,
        creator: toUser(world, status.creator),
      },
      201,
    );
  }),
  route('GET /repos/{owner}/{repo}/commits/{ref}/status', async (call) => {
    const repository = await requireGit(call, { permission: 'statuses' });
    const { world } = call;
    const sha = await resolveCommit(repository.directory, param(call, 'ref'));
    if (sha === null) throw notFound();
    const newest = new Map<string, CommitStatus>();
    for (const status of repository.statuses) {
      if (status.sha === sha) newest.set(status.context, status);
    }
    const statuses = [...newest.values()];
    const url = `${repositoryUrl(world, repository)}/commits/${sha}`;
    return json({
      state: combine(statuses),
      statuses: statuses.map((status) => ({
        ...toStatus(world, repository, status),
        avatar_url: `${world.web}/avatars/u/${status.creator.id}`,
      })),
      sha,
      total_count: statuses.length,
      repository: toRepository(world, repository),
      commit_url: url,
      url: `${url}/status`,
    });
  }),
];

function combine(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'failure';
  const pending = statuses.length === 0 || statuses.some(({ state }) => state === 'pending');
  return pending ? 'pending' : 'success';
}

function toStatus(world: World, repository: Repository, status: CommitStatus) {
  return {
    url: `${repositoryUrl(world, repository)}/statuses/${status.sha}`,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}
