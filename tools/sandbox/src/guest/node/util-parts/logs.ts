import { guest } from 'orchestra:api';
import { format } from 'node-inspect-extracted';

type AnyFunction = (...args: unknown[]) => unknown;

const told = new Set<string>();

/** `deprecate`. */
export function deprecate(run: AnyFunction, message: string, code = ''): AnyFunction {
  function deprecated(this: unknown, ...args: unknown[]): unknown {
    const text = `DeprecationWarning: ${message}`;
    if (!told.has(code === '' ? text : code)) {
      told.add(code === '' ? text : code);
      guest.link.log('warn', text, '');
    }
    return new.target === undefined
      ? Reflect.apply(run, this, args)
      : Reflect.construct(run, args, new.target);
  }
  Object.setPrototypeOf(deprecated, run);
  if (run.prototype !== undefined) deprecated.prototype = run.prototype as object;
  return deprecated;
}

/** `debuglog`: off, since no variable of the environment turns it on. */
export function debuglog(_section: string): AnyFunction & { enabled: boolean } {
  return Object.assign(() => undefined, { enabled: false });
}

/** `log`. */
export function log(...args: unknown[]): void {
  guest.link.log('log', format(...(args as [unknown])), '');
}
