import { EventEmitter } from '../events.ts';

/** What stands for the socket of a message: there is none here that could be reached. */
export function makeSocket() {
  const socket = new EventEmitter();
  const itself = () => socket;
  return Object.assign(socket, {
    connecting: false,
    destroyed: false,
    encrypted: true,
    readable: true,
    writable: true,
    authorized: true,
    setTimeout: itself,
    setNoDelay: itself,
    setKeepAlive: itself,
    ref: itself,
    unref: itself,
    destroy: itself,
    end: itself,
  });
}
