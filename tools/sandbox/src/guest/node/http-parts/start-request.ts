import { ClientRequest } from './client-request.ts';
import type { IncomingMessage } from './incoming-message.ts';

/** Makes `request` and `get` of `http` or `https`. */
export function makeRequests(scheme: 'http' | 'https') {
  const start = (member: string, given: unknown[]): ClientRequest => {
    const callback = typeof given.at(-1) === 'function' ? given.pop() : undefined;
    const how = { api: `${scheme}:${member}`, protocol: `${scheme}:` };
    const started = new ClientRequest(given, how);
    if (callback !== undefined) started.once('response', callback as (of: IncomingMessage) => void);
    return started;
  };
  return {
    request(...given: unknown[]): ClientRequest {
      return start('request', given);
    },
    get(...given: unknown[]): ClientRequest {
      const started = start('get', given);
      started.end();
      return started;
    },
  };
}
