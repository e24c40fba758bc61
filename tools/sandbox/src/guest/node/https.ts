import { Agent as PlainAgent } from './http-parts/agent.ts';
import { makeRequests } from './http-parts/start-request.ts';
import { missing } from './node-error.ts';

/** What keeps connections in Node. */
export class Agent extends PlainAgent {
  override defaultPort = 443;
  override protocol = 'https:';
}

export const { get, request } = makeRequests('https');
export const globalAgent = new Agent({ keepAlive: true });
export const createServer = missing('https.createServer');
export const Server = missing('https.Server');
export default { Agent, createServer, get, globalAgent, request, Server };
