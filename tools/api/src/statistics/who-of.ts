import type { FastifyRequest } from 'fastify';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { machineOf } from './machine-of.ts';

/** Identifies who caused a request: its account, otherwise the client's machine. */
export function whoOf(request: FastifyRequest, account: AuthenticatedAccount | null): string {
  return account === null ? `machine ${machineOf(request.ip)}` : `account ${account.userId}`;
}
