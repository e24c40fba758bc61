import { EventEmitter as Emitter } from '@jspm/core/nodelibs/events';
import { on, once } from './events-parts/wait.ts';
import { wrongType } from './node-error.ts';

/*
 * What the library is older than: errors that are watched, and functions beside the class.
 */

/** Its listeners are told of errors before those of `error`, and whether there are any or not. */
export const errorMonitor: unique symbol = Symbol('events.errorMonitor') as never;
export const captureRejectionSymbol = Symbol.for('nodejs.rejection');

const { emit } = Emitter.prototype;
Emitter.prototype.emit = function (this: InstanceType<typeof Emitter>, name, ...args) {
  if (name === 'error' && this.listenerCount(errorMonitor) > 0) {
    Reflect.apply(emit, this, [errorMonitor, ...args]);
  }
  return Reflect.apply(emit, this, [name, ...args]) as boolean;
};
Object.defineProperty(Emitter.prototype.emit, 'name', { value: 'emit' });

type Target = EventTarget | InstanceType<typeof Emitter>;

/** `getEventListeners`. */
export function getEventListeners(of: Target, name: string | symbol): unknown[] {
  if (of instanceof Emitter) return of.listeners(name);
  throw wrongType('emitter', 'an instance of EventEmitter', of);
}

/** `setMaxListeners`. */
export function setMaxListeners(most: number, ...targets: Target[]): void {
  if (targets.length === 0) Emitter.defaultMaxListeners = most;
  for (const target of targets) if (target instanceof Emitter) target.setMaxListeners(most);
}

/** `getMaxListeners`. */
export function getMaxListeners(of: Target): number {
  return of instanceof Emitter ? of.getMaxListeners() : Emitter.defaultMaxListeners;
}

/** `addAbortListener`. */
export function addAbortListener(
  signal: AbortSignal,
  listener: (event: Event) => void,
): Disposable {
  if (signal.aborted) queueMicrotask(() => listener(new Event('abort')));
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

const added = {
  addAbortListener,
  captureRejections: false,
  captureRejectionSymbol,
  errorMonitor,
  getEventListeners,
  getMaxListeners,
  on,
  once,
  setMaxListeners,
  usingDomains: false,
};
Object.assign(Emitter, added);

export { on, once };
export { defaultMaxListeners, EventEmitter, listenerCount } from '@jspm/core/nodelibs/events';
export default Emitter;
