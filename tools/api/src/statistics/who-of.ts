import type { FastifyRequest } from 'fastify';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { machineOf } from './machine-of.ts';

/** Who is counted for a request: its account, else the machine that it comes from. */
export function whoOf(request: FastifyRequest, account: AuthenticatedAccount | null): string {
  return account === null ? `machine ${machineOf(request.ip)}` : `account ${account.userId}`;
}
