import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyRequest } from 'fastify';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What pages may see of an answer, beside what they always may. */
const exposedHeaders = [
  'etag',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'x-request-id',
];

/** Lets pages of every origin read; what answers a write is for no other origin. */
export async function allowReads(request: FastifyRequest): Promise<FastifyCorsOptions> {
  return reads.has(request.method)
    ? { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders }
    : { origin: false };
}
