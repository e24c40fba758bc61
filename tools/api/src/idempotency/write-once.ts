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

/** The response to a write. */
export interface WriteAnswer {
  status: number;
  /** Path of the created resource. */
  location?: string;
  /** The body, in the form of the route's schema for this status; null for no body. */
  body: unknown;
}

/** A write that a client may send again. */
export interface OnceOptions {
  reply: FastifyReply;
  database: Database;
  /** The account that the key belongs to; null without an account, so that the key is ignored. */
  userId: number | null;
  /** Does the write, using only this transaction. If it throws, everything is undone. */
  write(transaction: Queryable): Promise<WriteAnswer>;
}

/**
 * Carries out a write in a transaction, and answers it. With an `Idempotency-Key`, the response is stored in
 * the same transaction: the same request, sent again within a day, gets the same response, and nothing is
 * written twice. Of two at once, one waits for the other. Refusals aren't stored, because they wrote nothing.
 *
 * @throws RegistryError `idempotency-mismatch` where the key was used for another request
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
