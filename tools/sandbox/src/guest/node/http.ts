import { Agent } from './http-parts/agent.ts';
import { ClientRequest } from './http-parts/client-request.ts';
import { IncomingMessage } from './http-parts/incoming-message.ts';
import { validateHeaderName, validateHeaderValue } from './http-parts/request-headers.ts';

function start(api: string, given: unknown[]): ClientRequest {
  const callback = typeof given.at(-1) === 'function' ? given.pop() : undefined;
  const request = new ClientRequest(given, { api, protocol: 'http:' });
  if (callback !== undefined) request.once('response', callback as (of: IncomingMessage) => void);
  return request;
}

/** `request`. */
export function request(...given: unknown[]): ClientRequest {
  return start('http:request', given);
}

/** `get`. */
export function get(...given: unknown[]): ClientRequest {
  const started = start('http:get', given);
  started.end();
  return started;
}

export const globalAgent = new Agent({ keepAlive: true });
export const METHODS = nodeFacts.methods;
export const STATUS_CODES = nodeFacts.statusCodes;
export const maxHeaderSize = 16_384;
export const setMaxIdleHTTPParsers = () => undefined;
const { CloseEvent, MessageEvent, WebSocket } = globalThis;

export {
  Agent,
  ClientRequest,
  CloseEvent,
  IncomingMessage,
  MessageEvent,
  validateHeaderName,
  validateHeaderValue,
  WebSocket,
};
export default {
  Agent,
  ClientRequest,
  CloseEvent,
  get,
  globalAgent,
  IncomingMessage,
  maxHeaderSize,
  MessageEvent,
  METHODS,
  request,
  setMaxIdleHTTPParsers,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
  WebSocket,
};
