import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import {
  claimIdempotencyKey,
  type Database,
  findIdempotentAnswer,
  keepIdempotentAnswer,
  type Queryable,
  removeOldIdempotencyKeys,
} from '@orchestra/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readIdempotencyKey } from './read-idempotency-key.ts';

/** What a write is answered with. */
export interface WriteAnswer {
  status: number;
  /** Path of what was made. */
  location?: string;
  /** What the route's schema of this status describes; null for no body. */
  body: unknown;
}

/** A write that may come again. */
export interface OnceOptions {
  reply: FastifyReply;
  database: Database;
  /** Whose key it is; null for someone without an account, who can't have any. */
  userId: number | null;
  /** Asks the transaction alone; what it throws undoes everything. */
  write(transaction: Queryable): Promise<WriteAnswer>;
}

/**
 * Carries out a write in a transaction and answers it. With an `Idempotency-Key`, the answer is kept in
 * the same transaction: the same request, sent again within a day, gets it again, and nothing is
 * written twice. Of two at once, one waits for the other. A refusal is not kept, since it wrote nothing.
 *
 * @throws RegistryError `idempotency-mismatch` where the key came with another request before
 */
export async function writeOnce(
  request: FastifyRequest,
  options: OnceOptions,
): Promise<FastifyReply> {
  const { reply, database, userId, write } = options;
  const key = readIdempotencyKey(request);
  if (key === null || userId === null) return send(reply, await database.transaction(write));

  const keyed = { userId, key, sha256: hashRequest(request) };
  const kept = await database.transaction(async (transaction) => {
    if (!(await claimIdempotencyKey(transaction, keyed))) return null;
    const answer = await write(transaction);
    const { status, location = null, body } = answer;
    await keepIdempotentAnswer(transaction, { userId, key, status, location, body });
    await removeOldIdempotencyKeys(transaction);
    return answer;
  });
  if (kept !== null) return send(reply, kept);

  const earlier = await findIdempotentAnswer(database, keyed);
  if (earlier?.sha256 !== keyed.sha256) {
    throw new RegistryError(
      'idempotency-mismatch',
      'This Idempotency-Key came with another request before',
      { hint: 'Send a new key with every new request.' },
    );
  }
  const { status, location, body } = earlier;
  void reply.header('idempotency-replayed', 'true');
  return send(reply, { status, body, ...(location === null ? {} : { location }) });
}

function hashRequest({ method, url, body }: FastifyRequest): string {
  return sha256Hex(`${method} ${url}\n${JSON.stringify(body ?? null)}`);
}

function send(reply: FastifyReply, { status, location, body }: WriteAnswer): FastifyReply {
  if (location !== undefined) void reply.header('location', location);
  return reply.code(status).header('cache-control', 'no-store').send(body);
}
