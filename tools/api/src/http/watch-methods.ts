import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Watches which routes a server gets from now on.
 *
 * @returns what tells the methods that the address of a request is asked with, in alphabetical order;
 *   none where nothing is there
 */
export function watchMethods(
  server: Pick<FastifyInstance, 'addHook'>,
): (request: FastifyRequest) => string[] {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`);
    routes.push({ pattern, methods: [method].flat() });
  });
  return (request) => {
    const [path = ''] = request.url.split('?', 1);
    const found = routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  };
}
