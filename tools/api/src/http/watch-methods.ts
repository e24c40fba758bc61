import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Records the routes that are added to a server from now on.
 *
 * @returns a function that lists the methods for a request's address, in alphabetical order; none where there
 *   is no route
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
