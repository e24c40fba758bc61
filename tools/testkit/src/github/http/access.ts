import type { Account, Role } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import { hasScopes, type Level, type Token } from '../state/token.ts';
import { scopesOf, type World } from '../state/world.ts';
import { GitHubError, notFound } from './github-error.ts';
import { type Call, param } from './route.ts';

/** What a request needs of a repository. */
export interface Need {
  /** Of tokens that are bound to repositories: `contents`, `pull_requests`, … */
  permission: string;
  level: Level;
  /** Of people; none where anyone may who sees the repository. */
  role?: Role;
}

/** Who asks. @throws GitHubError 401 without a token */
export function requireToken(call: Call): Token {
  if (call.token === null) throw new GitHubError(401, 'Requires authentication');
  return call.token;
}

/**
 * The person who asks.
 *
 * @throws GitHubError 401 without a token, 403 where the token is no person's
 */
export function requirePerson(call: Call): { token: Token; account: Account } {
  const token = requireToken(call);
  if (token.kind === 'actions' || token.kind === 'installation') throw notAccessible(token);
  return { token, account: token.account };
}

/**
 * The repository that the path names, for whoever has what is needed.
 *
 * @throws GitHubError 404 where it isn't there or not for whoever asks, 401, 403
 */
export function requireRepository(call: Call, need: Need): Repository {
  const { world } = call;
  const repository = world.findRepository(`${param(call, 'owner')}/${param(call, 'repo')}`);
  if (repository === null || !isVisible(world, call.token, repository)) throw notFound();
  if (need.level === 'write' && call.token === null) {
    throw new GitHubError(401, 'Requires authentication');
  }
  if (call.token !== null) checkNeed(world, { repository, token: call.token, need });
  return repository;
}

/** True where a token, or nobody's request, may see a repository. */
export function isVisible(world: World, token: Token | null, repository: Repository): boolean {
  if (!repository.private) return true;
  if (token === null) return false;
  if (!hasScopes(token.kind)) return token.repositories().includes(repository);
  return token.scopes.includes('repo') && world.roleOf(token.account, repository) !== 'none';
}

/** True where a token may do something: {@link checkNeed} without an error. */
export function mayDo(
  world: World,
  token: Token | null,
  { repository, need }: { repository: Repository; need: Need },
): boolean {
  if (token === null) return need.level === 'read' && need.role === undefined;
  try {
    checkNeed(world, { repository, token, need });
    return true;
  } catch {
    return false;
  }
}

function checkNeed(
  world: World,
  { repository, token, need }: { repository: Repository; token: Token; need: Need },
): void {
  if (hasScopes(token.kind)) {
    const scope = repository.private ? 'repo' : 'public_repo';
    if (need.level === 'write' && !scopesOf(token).includes(scope)) {
      throw new GitHubError(404, 'Not Found', {
        headers: { 'x-accepted-oauth-scopes': repository.private ? 'repo' : 'public_repo, repo' },
      });
    }
  } else if (need.level === 'write' || repository.private) {
    checkPermission(repository, token, need);
  }
  const isProgram = token.kind === 'actions' || token.kind === 'installation';
  if (need.role === undefined || isProgram) return;
  if (atLeast(world.roleOf(token.account, repository), need.role)) return;
  throw need.permission === 'contents' ? notFound() : notAdmin();
}

function checkPermission(repository: Repository, token: Token, need: Need): void {
  const granted = need.permission === 'metadata' ? 'read' : token.permissions[need.permission];
  const enough = granted === 'write' || (granted === 'read' && need.level === 'read');
  if (enough && token.repositories().includes(repository)) return;
  throw notAccessible(token, need);
}

/** The error for a token of a kind, or with permissions, that doesn't allow something. */
export function notAccessible(token: Token, need?: Need): GitHubError {
  const what = token.kind === 'fine-grained' ? 'personal access token' : 'integration';
  const headers: Record<string, string> =
    need === undefined
      ? {}
      : { 'x-accepted-github-permissions': `${need.permission}=${need.level}` };
  return new GitHubError(403, `Resource not accessible by ${what}`, { headers });
}

function notAdmin(): GitHubError {
  return new GitHubError(403, 'Must have admin rights to Repository.');
}

function atLeast(role: Role, wanted: Role): boolean {
  const order: readonly Role[] = ['none', 'read', 'write', 'admin'];
  return order.indexOf(role) >= order.indexOf(wanted);
}
