import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The log entry of a request. It has the route instead of the URL, which may contain an email, and nothing of
 * headers, body or client address.
 */
export interface AnsweredRequest {
  /** The response's `X-Request-Id`. */
  requestId: string;
  method: string;
  /** Such as `/api/v1/extensions/:name`; null where no route matches. */
  route: string | null;
  status: number;
  ms: number;
  /** True where the client disconnected before the response's end. */
  aborted: boolean;
}

/** Makes the log entry of a request after its response. */
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
