import { setTimeout } from './timers.ts';

const longestSleep = 32;

/**
 * Has an isolate run while WebAssembly is compiled for it. V8 compiles on threads of its own and leaves what it has
 * done until the isolate runs again, which may otherwise be when the host next says something.
 *
 * @param webAssembly the isolate's `WebAssembly`
 */
export function stayAwakeFor(webAssembly: object): void {
  for (const name of ['compile', 'instantiate'] as const) {
    const descriptor = Object.getOwnPropertyDescriptor(webAssembly, name);
    const original = descriptor?.value as (...args: unknown[]) => Promise<unknown>;
    const awake = {
      [name](bytes: unknown, ...rest: unknown[]) {
        const done = Reflect.apply(original, webAssembly, [bytes, ...rest]);
        wakeUntil(done);
        return done;
      },
    }[name];
    Object.defineProperty(webAssembly, name, { ...descriptor, value: awake });
  }
}

const { then } = Promise.prototype;

function wakeUntil(done: Promise<unknown>): void {
  let isOpen = true;
  const end = () => void (isOpen = false);
  Reflect.apply(then, done, [end, end]);
  const wake = (delay: number) => {
    if (!isOpen) return;
    try {
      setTimeout(() => wake(Math.min(delay * 2, longestSleep)), delay);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // so many timers are open that they wake it
    }
  };
  wake(1);
}
