import type { Natives } from '../natives.ts';
import type { SocketEvents, WireRequest, WireResponse } from '../../services/services.ts';

/** What the globals of the web ask of the host. */
export interface WebHost {
  /**
   * Sends a request through the gate.
   *
   * @throws TypeError where the network fails; an error of code `permission-denied` where it is refused
   */
  fetch(
    request: WireRequest,
    signal: AbortSignal | undefined,
  ): Promise<{ head: Omit<WireResponse, 'body'>; body: AsyncIterable<Uint8Array> }>;
  openSocket(
    url: string,
    protocols: readonly string[],
    events: SocketEvents,
  ): { send(data: string | Uint8Array): void; close(code?: number, reason?: string): void };
  /** @param at the stack of whoever called */
  log(level: 'debug' | 'info' | 'warn' | 'error', text: string, at: string): void;
  /** Takes what was thrown where nobody catches it: in a timer, a listener, a microtask. */
  report(error: unknown): void;
}

interface Environment {
  natives: Natives;
  host: WebHost;
}

let environment: Environment | undefined;

/** What the code of this folder works with: set once, by `installWeb`. */
export function setEnvironment(of: Environment): void {
  environment = of;
}

/** @throws Error before `installWeb` was called */
export function webNatives(): Natives {
  return needed().natives;
}

/** @throws Error before `installWeb` was called */
export function webHost(): WebHost {
  return needed().host;
}

function needed(): Environment {
  if (environment === undefined) throw new Error('installWeb() must be called first.');
  return environment;
}
