import { EventEmitter } from '../events.ts';
import { missing } from '../node-error.ts';

/** What keeps connections in Node. Here the host does: it tells nothing but what it was made with. */
export class Agent extends EventEmitter {
  readonly options: object;
  maxSockets = Infinity;
  maxFreeSockets = 256;
  maxTotalSockets = Infinity;
  keepAlive: boolean;
  requests = {};
  sockets = {};
  freeSockets = {};
  defaultPort = 80;
  protocol = 'http:';
  createConnection = missing('Agent.createConnection');

  constructor(options: { keepAlive?: boolean } = {}) {
    super();
    this.options = { ...options };
    this.keepAlive = options.keepAlive ?? false;
  }

  destroy(): void {}
  getName(): string {
    return '';
  }
}
