import { Type } from 'typebox';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requireApp } from '../http/require-app.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import { appPermissions } from '../state/app.ts';
import type { Repository } from '../state/repository.ts';
import type { Level } from '../state/token.ts';
import { toTime } from '../state/world.ts';
import { toApp, toInstallation } from '../views/to-app.ts';
import { toRepository } from '../views/to-repository.ts';

const NewToken = Type.Object({
  repositories: Type.Optional(Type.Array(Type.String())),
  repository_ids: Type.Optional(Type.Array(Type.Integer())),
  permissions: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.Literal('read'), Type.Literal('write')])),
  ),
});

const hour = 3_600_000;

/** The App, its installation and the tokens of it. */
export const appRoutes = [
  route('GET /app', (call) => {
    requireApp(call);
    return json(toApp(call.world));
  }),
  route('GET /app/installations', (call) => {
    requireApp(call);
    return paginate(call, [call.world], toInstallation);
  }),
  route('GET /app/installations/{installation_id}', (call) => {
    requireInstallation(call);
    return json(toInstallation(call.world));
  }),
  route('GET /repos/{owner}/{repo}/installation', (call) => {
    requireApp(call);
    const { world } = call;
    const repository = world.findRepository(`${param(call, 'owner')}/${param(call, 'repo')}`);
    if (repository === null || !world.installedRepositories().includes(repository)) {
      throw notFound();
    }
    return json(toInstallation(world));
  }),
  route('POST /app/installations/{installation_id}/access_tokens', (call) => {
    requireInstallation(call);
    const { world } = call;
    const body = readBody(call, NewToken);
    const chosen = chooseRepositories(call, body);
    const permissions = grant(body.permissions);
    const expiresAt = Date.now() + hour;
    const token = world.issueToken({
      kind: 'installation',
      account: world.appAccount,
      scopes: [],
      repositories: () => chosen ?? world.installedRepositories(),
      permissions,
      clientId: world.app.clientId,
      expiresAt,
    });
    return json(
      {
        token: token.value,
        expires_at: toTime(expiresAt),
        permissions,
        repository_selection: chosen === null ? 'all' : 'selected',
        ...(chosen === null ? {} : { repositories: chosen.map((one) => toRepository(world, one)) }),
      },
      201,
    );
  }),
  route('GET /installation/repositories', (call) => {
    const token = requireToken(call);
    if (token.kind !== 'installation') throw new GitHubError(403, 'Resource not accessible');
    const repositories = token.repositories();
    return paginate(
      call,
      repositories,
      (repository) => toRepository(call.world, repository),
      (page) => ({ total_count: repositories.length, repositories: page }),
    );
  }),
  route('DELETE /installation/token', (call) => {
    const token = requireToken(call);
    if (token.kind !== 'installation') throw new GitHubError(403, 'Resource not accessible');
    call.world.tokens.delete(token.value);
    return noContent;
  }),
];

function requireInstallation(call: Call): void {
  const { installationId } = requireApp(call);
  if (Number(param(call, 'installation_id')) !== installationId) throw notFound();
}

/** The repositories that a token is asked for; null for all. */
function chooseRepositories(
  call: Call,
  { repositories, repository_ids: ids }: { repositories?: string[]; repository_ids?: number[] },
): Repository[] | null {
  if (repositories === undefined && ids === undefined) return null;
  const installed = call.world.installedRepositories();
  const wanted = [
    ...(repositories ?? []).map((name) => installed.find((one) => one.name === name)),
    ...(ids ?? []).map((id) => installed.find((one) => one.id === id)),
  ];
  return wanted.map((found) => {
    if (found !== undefined) return found;
    throw new GitHubError(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
}

/** The permissions that a token is asked for; all of the installation unless some are. */
function grant(asked: Record<string, Level> | undefined): Record<string, Level> {
  const granted: Readonly<Record<string, Level>> = appPermissions;
  if (asked === undefined) return { ...granted };
  for (const [name, level] of Object.entries(asked)) {
    if (granted[name] === 'write' || granted[name] === level) continue;
    throw new GitHubError(422, 'The permissions requested are not granted to this installation.');
  }
  return { metadata: 'read', ...asked };
}
