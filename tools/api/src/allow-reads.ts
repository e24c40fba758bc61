import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyRequest } from 'fastify';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets pages of every origin read; what answers a write is for no other origin. */
export async function allowReads(request: FastifyRequest): Promise<FastifyCorsOptions> {
  return reads.has(request.method) ? { origin: '*', methods: ['GET', 'HEAD'] } : { origin: false };
}
