import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a request whose `Host` is none of the server's own names: a web page that rebinds its
 * domain to this machine must not reach a local registry.
 *
 * Source: RFC 9110, section 15.5.20 (421 Misdirected Request).
 */
export function guardHost(allowed: (host: string) => boolean) {
  return async (request: FastifyRequest): Promise<void> => {
    const host = request.headers.host ?? '';
    if (allowed(host.toLowerCase())) return;
    throw new RegistryError('host-unknown', `This server is not '${host}'`, {
      hint: 'Use the address that the server printed when it started.',
    });
  };
}
