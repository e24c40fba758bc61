import type { FastifyInstance } from 'fastify';

const everyMs = 50;

/**
 * Lets a closing server end connections as they fall idle. Node ends those that are idle when it
 * begins to close; one that is busy then would be kept alive for over a minute after its answer.
 */
export function endConnections({ server }: Pick<FastifyInstance, 'server'>) {
  return async (): Promise<void> => {
    const timer = setInterval(() => server.closeIdleConnections(), everyMs);
    server.once('close', () => clearInterval(timer));
  };
}
