import { nodeError, wrongType } from './node-error.ts';

const {
  clearTimeout: stop,
  setImmediate: soon,
  setInterval: again,
  setTimeout: later,
} = globalThis;

/** The timers of the web, which are numbers. */
const web = {
  setTimeout: (run: () => void, delay: number) => Number(later(run, delay)),
  setInterval: (run: () => void, delay: number) => Number(again(run, delay)),
  setImmediate: (run: () => void) => Number(soon(run)),
  clear: (id: number) => stop(id),
};

/** What a timer of Node is: an object, which stands for a number as well. */
class Timer {
  #start: () => number;
  #id: number;
  #isKept = true;

  constructor(start: () => number) {
    this.#start = start;
    this.#id = start();
  }
  ref(): this {
    this.#isKept = true;
    return this;
  }
  unref(): this {
    this.#isKept = false;
    return this;
  }
  hasRef(): boolean {
    return this.#isKept;
  }
  refresh(): this {
    web.clear(this.#id);
    this.#id = this.#start();
    return this;
  }
  close(): this {
    web.clear(this.#id);
    return this;
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

/** What `setTimeout` and `setInterval` give. */
export class Timeout extends Timer {}

/** What `setImmediate` gives. */
export class Immediate extends Timer {}

type Callback = (...args: unknown[]) => unknown;

function toDelay(delay: unknown): number {
  const milliseconds = Number(delay);
  return milliseconds >= 1 && milliseconds <= 2 ** 31 - 1 ? Math.trunc(milliseconds) : 1;
}

function requireFunction(callback: unknown): Callback {
  if (typeof callback === 'function') return callback as Callback;
  throw wrongType('callback', 'of type function', callback);
}

/** `setTimeout`. */
export function setTimeout(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
  const run = requireFunction(callback);
  return new Timeout(() => web.setTimeout(() => run(...args), toDelay(delay)));
}

/** `setInterval`. */
export function setInterval(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
  const run = requireFunction(callback);
  return new Timeout(() => web.setInterval(() => run(...args), toDelay(delay)));
}

/** `setImmediate`. */
export function setImmediate(callback: unknown, ...args: unknown[]): Immediate {
  const run = requireFunction(callback);
  return new Immediate(() => web.setImmediate(() => run(...args)));
}

function clear(timer: unknown): void {
  if (timer instanceof Timer) timer.close();
  else if (typeof timer === 'number' || typeof timer === 'string') web.clear(Number(timer));
}

/** `clearTimeout`. */
export function clearTimeout(timer: unknown): void {
  clear(timer);
}

/** `clearInterval`. */
export function clearInterval(timer: unknown): void {
  clear(timer);
}

/** `clearImmediate`. */
export function clearImmediate(timer: unknown): void {
  clear(timer);
}

/** What the forms with promises may be told. */
export interface WaitOptions {
  signal?: AbortSignal;
  ref?: boolean;
}

/** Waits until a timer fires, or a signal is aborted. */
export function wait<T>(
  start: (done: () => void) => Timer,
  { value, signal }: { value: T; signal: AbortSignal | undefined },
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  if (signal?.aborted === true) return Promise.reject(abortError(signal));
  const timer = start(() => {
    signal?.removeEventListener('abort', abort);
    resolve(value);
  });
  const abort = () => {
    timer.close();
    reject(abortError(signal));
  };
  signal?.addEventListener('abort', abort, { once: true });
  return promise;
}

/** `ABORT_ERR`. */
export function abortError(signal?: AbortSignal): Error {
  const error = nodeError(Error, 'ABORT_ERR', 'The operation was aborted');
  return Object.assign(error, { name: 'AbortError', cause: signal?.reason as unknown });
}

const custom = Symbol.for('nodejs.util.promisify.custom');
Object.defineProperty(setTimeout, custom, {
  configurable: true,
  value: (delay?: unknown, value?: unknown, options: WaitOptions = {}) =>
    wait((done) => setTimeout(done, delay), { value, signal: options.signal }),
});
Object.defineProperty(setImmediate, custom, {
  configurable: true,
  value: (value?: unknown, options: WaitOptions = {}) =>
    wait((done) => setImmediate(done), { value, signal: options.signal }),
});

const promised = (name: 'setTimeout' | 'setImmediate'): Callback =>
  Reflect.get({ setTimeout, setImmediate }[name], custom);
export const promises = {
  setTimeout: promised('setTimeout'),
  setImmediate: promised('setImmediate'),
};
export default {
  clearImmediate,
  clearInterval,
  clearTimeout,
  promises,
  setImmediate,
  setInterval,
  setTimeout,
};
