import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import type { Account, Authenticator } from '../authenticator.ts';

/**
 * Finds the account of the request's bearer token.
 *
 * @throws RegistryError `token-missing` or `token-invalid`
 */
export async function requireAccount(
  request: FastifyRequest,
  authenticator: Authenticator,
): Promise<Account> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const hint = 'Sign in: orchestra ext login --token TOKEN';
  if (token === undefined) {
    throw new RegistryError('token-missing', 'This needs a token, and none was sent', { hint });
  }
  const account = await authenticator.authenticate(token);
  if (account !== null) return account;
  throw new RegistryError('token-invalid', 'The token is unknown, expired or revoked', { hint });
}
