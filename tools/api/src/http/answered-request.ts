import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What is logged of a request: its route, never its address, which may have an email in it; nothing of
 * its headers or body, and nothing of where it came from.
 */
export interface AnsweredRequest {
  /** Of the answer's `X-Request-Id`. */
  requestId: string;
  method: string;
  /** `/api/v1/extensions/:name`; null where no route answers. */
  route: string | null;
  status: number;
  ms: number;
  /** True where the client left before the answer's end. */
  aborted: boolean;
}

/** Describes a request after its answer. */
export function describeAnswered(request: FastifyRequest, reply: FastifyReply): AnsweredRequest {
  return {
    requestId: request.id,
    method: request.method,
    route: request.is404 ? null : (request.routeOptions.url ?? null),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    aborted: !reply.raw.writableFinished,
  };
}
