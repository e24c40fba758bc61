import { json, route } from '../http/route.ts';

/** What is left of the hour's requests; asking is free. */
export const rateLimitRoutes = [
  route('GET /rate_limit', ({ world, token }) => {
    world.limiter.add(token, -1);
    const core = world.limiter.look(token);
    return json({ resources: { core, search: core }, rate: core });
  }),
];
