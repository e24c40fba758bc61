import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyRequest } from 'fastify';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Response headers that pages of other origins may read, besides the always readable ones. */
const exposedHeaders = [
  'etag',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'x-request-id',
];

/** Lets pages of every origin read. Responses to writes are readable for the same origin only. */
export async function allowReads(request: FastifyRequest): Promise<FastifyCorsOptions> {
  return reads.has(request.method)
    ? { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders }
    : { origin: false };
}
