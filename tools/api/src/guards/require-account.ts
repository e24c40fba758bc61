import { RegistryError, type Scope } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedAccount, Authenticator } from '../accounts/authenticator.ts';
import { readToken } from './read-token.ts';

/**
 * Finds the account of the request's bearer token or session.
 *
 * @param options.scope scope that the token must have; `admin` also requires the account's role
 * @throws RegistryError `token-missing`, `token-invalid`, `scope-missing`, `not-an-admin`
 */
export async function requireAccount(
  request: FastifyRequest,
  authenticator: Authenticator,
  options: { scope?: Scope } = {},
): Promise<AuthenticatedAccount> {
  const account = await authenticateRequest(request, authenticator);
  if (account === null) {
    throw new RegistryError('token-missing', 'This needs a token, and none was sent', {
      hint: signIn,
    });
  }
  const { scope } = options;
  if (scope !== undefined && !account.scopes.includes(scope)) {
    throw new RegistryError(
      'scope-missing',
      `This needs a token for '${scope}'; yours is for ${account.scopes.join(', ') || 'nothing'}`,
      { hint: `Ask the operator of the registry for a token with the scope '${scope}'.` },
    );
  }
  if (scope === 'admin' && account.role !== 'admin') {
    throw new RegistryError('not-an-admin', `'${account.login}' is no admin of this registry`, {
      hint: 'Ask one of its admins.',
    });
  }
  return account;
}

/**
 * Finds the account of a request that may have no token.
 *
 * @returns null where no token was sent
 * @throws RegistryError `token-invalid` for a token that doesn't work, which isn't treated as a missing one
 */
export async function authenticateRequest(
  request: FastifyRequest,
  authenticator: Authenticator,
): Promise<AuthenticatedAccount | null> {
  const token = readToken(request);
  if (token === null) return findSessionAccount(request, authenticator);
  const account = await authenticator.authenticate(token);
  if (account !== null) return account;
  throw new RegistryError('token-invalid', 'The token is unknown, expired or revoked', {
    hint: signIn,
  });
}

/** Finds the account of a session; null for an ended one, because browsers go on sending its cookie. */
async function findSessionAccount(
  { session }: FastifyRequest,
  authenticator: Authenticator,
): Promise<AuthenticatedAccount | null> {
  return session === null ? null : authenticator.authenticateSession(session);
}

const signIn = 'Sign in: orchestra ext login --token TOKEN';
