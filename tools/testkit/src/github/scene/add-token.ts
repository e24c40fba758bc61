import type { GitHub } from '../github.ts';
import { appPermissions } from '../state/app.ts';
import { hasScopes, type Level } from '../state/token.ts';
import type { World } from '../state/world.ts';

const usual: Readonly<Record<string, Level>> = {
  metadata: 'read',
  contents: 'write',
  pull_requests: 'write',
};

/** Makes a token; what isn't told is what one of its kind usually has. */
export function addToken(
  world: World,
  login: string,
  options: Parameters<GitHub['addToken']>[1] = {},
): string {
  const { kind = 'classic', repositories } = options;
  if (kind === 'actions' && repositories?.length !== 1) {
    throw new Error('a GITHUB_TOKEN is of one repository');
  }
  const bots = { actions: world.actionsAccount, installation: world.appAccount };
  const account = kind === 'actions' || kind === 'installation' ? bots[kind] : world.account(login);
  const chosen = repositories?.map((name) => world.repository(name));
  const otherwise = () =>
    kind === 'installation'
      ? world.installedRepositories()
      : world.repositories.filter(({ owner }) => owner.id === account.id);
  const permissions = kind === 'fine-grained' ? usual : appPermissions;
  return world.issueToken({
    kind,
    account,
    scopes: hasScopes(kind) ? (options.scopes ?? []) : [],
    repositories: () => chosen ?? otherwise(),
    permissions: options.permissions ?? permissions,
    clientId: options.clientId ?? (kind === 'oauth' ? world.app.clientId : null),
    expiresAt: Infinity,
  }).value;
}
