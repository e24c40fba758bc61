import { guest } from 'orchestra:api';
import { wrongType } from '../node-error.ts';
import { type CallAbout, toNodeError } from './errors.ts';

/** A call of the host that a function of `fs` makes. */
export interface HostCall extends CallAbout {
  /** As a function is called; with a module before it, as it is sent. */
  name: string;
  args: unknown[];
}

/** A function of `fs`, step by step: each is a call of the host, whose answer the next one gets. */
export type Steps<R> = Generator<HostCall, R, unknown>;

/** Begins a function of `fs` with what it was given. */
export type Begin<R = unknown> = (...args: unknown[]) => Steps<R>;

type Caller = (...args: never[]) => unknown;
type Callback = (error: unknown, value?: unknown) => void;

/** Runs steps, and waits for each. */
export function runNow<R>(steps: Steps<R>, caller: Caller): R {
  return settle(steps, ({ name, args }) =>
    guest.link.callNow(name.includes(':') ? name : `fs:${name}Sync`, args, { caller }),
  );
}

function settle<R>(steps: Steps<R>, call: (to: HostCall) => unknown): R {
  for (let step = steps.next(); ;) {
    if (step.done === true) return step.value;
    const to = step.value;
    let answer: unknown;
    try {
      answer = call(to);
    } catch (error) {
      step = steps.throw(toNodeError(error, to));
      continue;
    }
    step = steps.next(answer);
  }
}

/** Runs steps, the first of them at once. */
export async function runLater<R>(
  steps: Steps<R>,
  { caller, module, first }: { caller: Caller; module: string; first: IteratorResult<HostCall, R> },
): Promise<R> {
  for (let step = first; ;) {
    if (step.done === true) return step.value;
    const to = step.value;
    let answer: unknown;
    try {
      const name = to.name.includes(':') ? to.name : `${module}:${to.name}`;
      answer = await guest.link.call(name, to.args, { caller });
    } catch (error) {
      step = steps.throw(toNodeError(error, to));
      continue;
    }
    step = steps.next(answer);
  }
}

/** The form that waits. */
export function makeSync<R>(name: string, begin: Begin<R>): (...args: unknown[]) => R {
  const form = (...args: unknown[]): R => runNow(begin(...args), form);
  return named(form, `${name}Sync`);
}

/** The form with a promise. */
export function makePromised<R>(name: string, begin: Begin<R>): (...args: unknown[]) => Promise<R> {
  const form = async (...args: unknown[]): Promise<R> => {
    const steps = begin(...args);
    return runLater(steps, { caller: form, module: 'fs/promises', first: steps.next() });
  };
  return named(form, name);
}

/** The form with a callback, which is the last argument. What is wrong with the others is thrown at once. */
export function makeCalledBack(name: string, begin: Begin): (...args: unknown[]) => void {
  const form = (...args: unknown[]): void => {
    const callback = toCallback(args.pop());
    const steps = begin(...args);
    const running = runLater(steps, { caller: form, module: 'fs', first: steps.next() });
    callBack(running, callback);
  };
  return named(form, name);
}

/** Calls back with what comes of a promise. What the callback throws is told as of nobody's. */
export function callBack(running: Promise<unknown>, callback: Callback): void {
  const guarded = (...args: Parameters<Callback>) => {
    try {
      callback(...args);
    } catch (error) {
      guest.report(error);
    }
  };
  running.then(
    (value) => (value === undefined ? guarded(null) : guarded(null, value)),
    (error: unknown) => guarded(error),
  );
}

/** @throws TypeError `ERR_INVALID_ARG_TYPE` */
export function toCallback(given: unknown): Callback {
  if (typeof given === 'function') return given as Callback;
  throw wrongType('cb', 'of type function', given);
}

function named<T extends object>(of: T, name: string): T {
  return Object.defineProperty(of, 'name', { value: name, configurable: true });
}
