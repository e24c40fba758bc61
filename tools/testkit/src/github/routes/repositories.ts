import { Type } from 'typebox';
import { forkRepository } from '../actions/fork-repository.ts';
import { notAccessible, requirePerson, requireRepository } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { json, param, route } from '../http/route.ts';
import { scopesOf } from '../state/world.ts';
import { toFullRepository, toRepository } from '../views/to-repository.ts';
import { toUser } from '../views/to-user.ts';

const toSee = { permission: 'metadata', level: 'read' } as const;

const NewFork = Type.Object({
  organization: Type.Optional(Type.String()),
  name: Type.Optional(Type.String({ pattern: '^[\\w.-]+$' })),
  default_branch_only: Type.Optional(Type.Boolean()),
});

/** Repositories and their forks. */
export const repositoryRoutes = [
  route('GET /repos/{owner}/{repo}', (call) => {
    const repository = requireRepository(call, toSee);
    const reader = call.token?.account ?? null;
    return json(toFullRepository(call.world, { repository, reader }));
  }),
  route('GET /repos/{owner}/{repo}/collaborators/{username}/permission', (call) => {
    const repository = requireRepository(call, { ...toSee, role: 'write' });
    const account = call.world.findAccount(param(call, 'username'));
    if (account === null) throw notFound();
    const role = call.world.roleOf(account, repository);
    const user = toUser(call.world, account);
    return json({ permission: role, role_name: role, user: { ...user, role_name: role } });
  }),
  route('GET /repos/{owner}/{repo}/forks', (call) => {
    const repository = requireRepository(call, toSee);
    const forks = call.world.repositories.filter(({ parent }) => parent === repository);
    return paginate(call, forks, (fork) => toRepository(call.world, fork));
  }),
  route('POST /repos/{owner}/{repo}/forks', async (call) => {
    const parent = requireRepository(call, toSee);
    const { token, account } = requirePerson(call);
    if (token.kind === 'fine-grained') throw notAccessible(token);
    const body = readBody(call, NewFork);
    if (!scopesOf(token).includes(parent.private ? 'repo' : 'public_repo')) throw notFound();
    if (body.organization !== undefined) throw new GitHubError(403, 'Must be a member of it.');
    if (parent.owner.id === account.id) {
      throw new GitHubError(403, 'You cannot fork your own repository.');
    }
    const { world } = call;
    const fork = await forkRepository(world, {
      parent,
      owner: account,
      name: body.name ?? parent.name,
    });
    return json(toFullRepository(world, { repository: fork, reader: account }), 202);
  }),
];
