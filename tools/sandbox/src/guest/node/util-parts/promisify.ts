import { wrongType } from '../node-error.ts';
import { nextTick } from '../process.ts';

type AnyFunction = (...args: unknown[]) => unknown;

const custom = Symbol.for('nodejs.util.promisify.custom');

function makePromised(original: unknown): AnyFunction {
  if (typeof original !== 'function') throw wrongType('original', 'of type function', original);
  const own: unknown = Reflect.get(original, custom);
  if (own !== undefined && own !== null) {
    if (typeof own === 'function') {
      return Object.defineProperty(own, custom, { value: own, configurable: true }) as AnyFunction;
    }
    throw wrongType('util.promisify.custom', 'of type function', own);
  }
  function promised(this: unknown, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const back = (error: unknown, value: unknown) =>
        error === undefined || error === null || error === false ? resolve(value) : reject(error);
      const given: unknown = Reflect.apply(original as AnyFunction, this, [...args, back]);
      if (given instanceof Promise) given.catch(() => undefined);
    });
  }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  const { [custom as never]: _, ...own2 } = Object.getOwnPropertyDescriptors(original);
  return Object.defineProperties(promised, own2);
}

/** `promisify`. */
export const promisify = Object.assign(makePromised, { custom });
Object.defineProperty(promisify, 'name', { value: 'promisify' });

/** `callbackify`. */
export function callbackify(original: unknown): AnyFunction {
  if (typeof original !== 'function') throw wrongType('original', 'of type function', original);
  function called(this: unknown, ...args: unknown[]): void {
    const callback = args.pop();
    if (typeof callback !== 'function') {
      throw wrongType('last argument', 'of type function', callback);
    }
    const back = callback.bind(this) as AnyFunction;
    const running = Reflect.apply(original as AnyFunction, this, args) as Promise<unknown>;
    running.then(
      (value) => nextTick(back, null, value),
      (error: unknown) => nextTick(back, error ?? noReason(error)),
    );
  }
  return Object.defineProperty(called, 'name', { value: `${original.name}Callbackified` });
}

function noReason(reason: unknown): Error {
  const error = new Error('Promise was rejected with a falsy value');
  return Object.assign(error, { code: 'ERR_FALSY_VALUE_REJECTION', reason });
}
