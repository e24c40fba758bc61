import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '@orchestra/core';

/**
 * Security headers of every API response: it is data that may not run, load or be framed. Pages that are
 * served beside the API set their own policy.
 */
export function helmetOptions({ api }: Pick<Config, 'api'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // pages of every origin may read
    referrerPolicy: { policy: 'same-origin' },
    // only for an API that is reached over TLS. Source: RFC 6797, section 7.2
    strictTransportSecurity: api?.startsWith('https:') === true,
    xFrameOptions: { action: 'deny' },
  };
}
