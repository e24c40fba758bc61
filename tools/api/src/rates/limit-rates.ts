import rateLimit from '@fastify/rate-limit';
import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readToken } from '../guards/read-token.ts';
import type { ApiServer } from '../routes/route.ts';
import { machineOf } from '../statistics/machine-of.ts';
import type { Rate, Rates } from './rates.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
const timeWindow = 60_000;
/** Most addresses and tokens that are counted at once; the least recently seen are forgotten. */
const cache = 50_000;

/**
 * Limits requests to a server's routes, by address and by token. A client that changes its token each time is
 * still limited by its address. Every response says how much is left.
 *
 * Source: draft-ietf-httpapi-ratelimit-headers-07, section 3.
 */
export async function limitRates(server: ApiServer, rates: Rates): Promise<void> {
  await server.register(rateLimit, { global: false });
  const limiter = (of: keyof Rate, whoOf: (request: FastifyRequest) => string) => {
    const max = (request: FastifyRequest) => rates[kindOf(request)][of];
    const keyGenerator = (request: FastifyRequest) => `${kindOf(request)} ${whoOf(request)}`;
    const options = { max, timeWindow, cache, keyGenerator };
    return server.createRateLimit(options);
  };
  const byAddress = limiter('perAddress', (request) => machineOf(request.ip));
  const byToken = limiter('perToken', (request) => sha256Hex(credentialOf(request) ?? ''));

  server.addHook('onRequest', async (request, reply) => {
    const isSignedIn = credentialOf(request) !== null;
    const counted = await Promise.all([byAddress(request), isSignedIn ? byToken(request) : null]);
    const [nearest] = counted
      .flatMap((count) => (count === null || count.isAllowed ? [] : count))
      .sort((left, right) => left.remaining - right.remaining || right.ttl - left.ttl);
    if (nearest === undefined) return;
    tell(reply, nearest);
    if (nearest.isExceeded) throw exceeded(reply, { ...nearest, kind: kindOf(request) });
  });
}

function credentialOf(request: FastifyRequest): string | null {
  return readToken(request) ?? request.session;
}

function kindOf(request: FastifyRequest): keyof Rates {
  return reads.has(request.method) ? 'reads' : 'writes';
}

function tell(
  reply: FastifyReply,
  of: { max: number; remaining: number; ttlInSeconds: number },
): void {
  void reply.headers({
    'ratelimit-limit': of.max,
    'ratelimit-remaining': of.remaining,
    'ratelimit-reset': of.ttlInSeconds,
  });
}

function exceeded(
  reply: FastifyReply,
  of: { kind: keyof Rates; max: number; ttlInSeconds: number },
): RegistryError {
  void reply.header('retry-after', of.ttlInSeconds);
  return new RegistryError('rate-limited', `Expected at most ${of.max} ${of.kind} a minute`, {
    hint: `Try again in ${of.ttlInSeconds} s, as Retry-After says.`,
  });
}
