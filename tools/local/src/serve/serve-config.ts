import type { ApiServer } from '@orchestra/api-server';
import type { Config } from '@orchestra/core';

/** Serves `/config.json`, which tells clients all other URLs. */
export function serveConfig(server: ApiServer, config: () => Config): void {
  server.get('/config.json', { schema: { hide: true } }, async (_request, reply) => {
    void reply.header('cache-control', 'no-cache');
    return config();
  });
}
