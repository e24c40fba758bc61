import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a write from a page of another origin. Programs send no `Origin`, and pass. */
export function guardOrigin(allowed: (origin: string) => boolean) {
  return async (request: FastifyRequest): Promise<void> => {
    const { origin } = request.headers;
    if (origin === undefined || reads.has(request.method) || allowed(origin)) return;
    throw new RegistryError('origin-forbidden', `Writes from pages of ${origin} are not allowed`, {
      hint: 'Only pages of this registry may write here; programs send no Origin.',
    });
  };
}
