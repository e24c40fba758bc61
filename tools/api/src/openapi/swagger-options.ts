import type { SwaggerOptions } from '@fastify/swagger';
import type { Config } from '@orchestra/core';
import { sessionCookieName } from '../sessions/session-cookies.ts';

/** Settings for `/openapi.json`. Where browsers may sign in, a session is accepted wherever a token is. */
export function swaggerOptions(
  config: Pick<Config, 'name' | 'site'>,
  { localSignIn }: { localSignIn: boolean },
): SwaggerOptions {
  const session = { type: 'apiKey', in: 'cookie', name: sessionCookieName(config) } as const;
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `${config.name} API`,
        description: 'Search, publish and yank Orchestra extensions. Installing needs only files.',
        version: '1.0.0',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          ...(localSignIn ? { session } : {}),
        },
      },
    },
    transform: ({ schema, url }) => ({
      schema:
        localSignIn && schema.security !== undefined
          ? { ...schema, security: schema.security.flatMap(withSession) }
          : schema,
      url,
    }),
  };
}

function withSession(asked: Readonly<Record<string, readonly string[]>>) {
  return 'token' in asked ? [asked, { session: [] }] : [asked];
}
