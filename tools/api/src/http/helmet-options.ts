import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '@orchestra/core';

/**
 * What browsers are told of every answer: that it is data, which runs, loads and is framed by nothing.
 * What is served beside the API brings a policy of its own.
 */
export function helmetOptions({ api }: Pick<Config, 'api'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // reads are for every page
    referrerPolicy: { policy: 'same-origin' },
    // only where it is reached over TLS. Source: RFC 6797, section 7.2
    strictTransportSecurity: api?.startsWith('https:') === true,
    xFrameOptions: { action: 'deny' },
  };
}
