import type { FastifyRequest } from 'fastify';
import type { Authenticator } from '../accounts/authenticator.ts';
import { requireAccount } from './require-account.ts';

/** A hook that lets only admins through, before the rest of the request is read. */
export function requireAdmin(authenticator: Authenticator) {
  return async (request: FastifyRequest): Promise<void> => {
    await requireAccount(request, authenticator, { scope: 'admin' });
  };
}
