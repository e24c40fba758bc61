import { Agent as PlainAgent } from './http-parts/agent.ts';
import { makeRequests } from './http-parts/start-request.ts';

/** What keeps connections in Node. */
export class Agent extends PlainAgent {
  override defaultPort = 443;
  override protocol = 'https:';
}

export const { get, request } = makeRequests('https');
export const globalAgent = new Agent({ keepAlive: true });
export default { Agent, get, globalAgent, request };
