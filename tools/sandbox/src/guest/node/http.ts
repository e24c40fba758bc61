import { Agent } from './http-parts/agent.ts';
import { ClientRequest } from './http-parts/client-request.ts';
import { IncomingMessage } from './http-parts/incoming-message.ts';
import { validateHeaderName, validateHeaderValue } from './http-parts/request-headers.ts';
import { makeRequests } from './http-parts/start-request.ts';

/* Requests are the host's, one by one: there are no connections, and no servers. */

export const { get, request } = makeRequests('http');
export const globalAgent = new Agent({ keepAlive: true });
export const METHODS = [...nodeFacts.methods];
export const STATUS_CODES = { ...nodeFacts.statusCodes };
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
