import { Agent } from './http-parts/agent.ts';
import { ClientRequest } from './http-parts/client-request.ts';
import type { IncomingMessage } from './http-parts/incoming-message.ts';

function start(api: string, given: unknown[]): ClientRequest {
  const callback = typeof given.at(-1) === 'function' ? given.pop() : undefined;
  const request = new ClientRequest(given, { api, protocol: 'https:' });
  if (callback !== undefined) request.once('response', callback as (of: IncomingMessage) => void);
  return request;
}

/** `request`. */
export function request(...given: unknown[]): ClientRequest {
  return start('https:request', given);
}

/** `get`. */
export function get(...given: unknown[]): ClientRequest {
  const started = start('https:get', given);
  started.end();
  return started;
}

export const globalAgent = new Agent({ keepAlive: true });
export { Agent };
export default { Agent, get, globalAgent, request };
