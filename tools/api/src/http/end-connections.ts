import type { FastifyInstance } from 'fastify';

const everyMs = 50;

/**
 * Makes a closing server end its connections: after the responses under way, and once they are idle. Node
 * itself closes only those that are idle when closing begins, so that a busy one would stay open for over a
 * minute.
 */
export function endConnections(fastify: Pick<FastifyInstance, 'addHook' | 'server'>): void {
  const { server } = fastify;
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
    const timer = setInterval(() => server.closeIdleConnections(), everyMs);
    server.once('close', () => clearInterval(timer));
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}
