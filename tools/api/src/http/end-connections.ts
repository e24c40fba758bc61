import type { FastifyInstance } from 'fastify';

const everyMs = 50;

/**
 * Has a server that closes end its connections: with the answers to what is under way, and as they fall
 * idle. Node ends those that are idle when it begins to close; one that is busy then would be kept alive
 * for over a minute after its answer.
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
