import { webHost, webNatives } from './environment.ts';
import { requireArguments } from './define-interface.ts';

interface Timer {
  callback: () => void;
  /** Milliseconds, where it fires again and again. */
  every: number | undefined;
}

const open = new Map<number, Timer>();
const mostOpen = 10_000;
const longest = 2 ** 31 - 1;
let lastTimer = 0;

type Callback = (...args: unknown[]) => unknown;

/** @throws RangeError where 10,000 timers are open */
export function setTimeout(callback: Callback, delay?: unknown, ...args: unknown[]): number {
  requireArguments('setTimeout', arguments, 1);
  return start({ callback: bind(callback, args), every: undefined }, toDelay(delay));
}

/** @throws RangeError where 10,000 timers are open */
export function setInterval(callback: Callback, delay?: unknown, ...args: unknown[]): number {
  requireArguments('setInterval', arguments, 1);
  const every = Math.max(1, toDelay(delay));
  return start({ callback: bind(callback, args), every }, every);
}

/** @throws RangeError where 10,000 timers are open */
export function setImmediate(callback: Callback, ...args: unknown[]): number {
  requireArguments('setImmediate', arguments, 1);
  return start({ callback: bind(callback, args), every: undefined }, 0);
}

/** Stops a timer of any kind. What is no number of one is left alone. */
export function clearTimeout(id?: unknown): void {
  const number = Number(id);
  if (open.delete(number)) webNatives().stopTimer(number);
}

/** As {@link clearTimeout}. */
export function clearInterval(id?: unknown): void {
  clearTimeout(id);
}

/** As {@link clearTimeout}. */
export function clearImmediate(id?: unknown): void {
  clearTimeout(id);
}

/** Runs a function once the code that runs now has ended. */
export function queueMicrotask(callback: () => void): void {
  requireArguments('queueMicrotask', arguments, 1);
  requireFunction(callback);
  void resolved.then(() => guarded(callback));
}

/** Tells of an error as of one that nobody caught. */
export function reportUncaught(error: unknown): void {
  requireArguments('reportError', arguments, 1);
  webHost().report(error);
}

/** For the engine: a timer that `natives.startTimer` was asked for is due. */
export function fireTimer(id: number): void {
  const timer = open.get(id);
  if (timer === undefined) return;
  if (timer.every === undefined) open.delete(id);
  guarded(timer.callback);
  if (timer.every !== undefined && open.get(id) === timer) {
    webNatives().startTimer(id, timer.every);
  }
}

const resolved = Promise.resolve();

function start(timer: Timer, delay: number): number {
  if (open.size >= mostOpen) {
    throw new RangeError(`${mostOpen} timers are open: clear some before you start another.`);
  }
  lastTimer += 1;
  open.set(lastTimer, timer);
  try {
    webNatives().startTimer(lastTimer, delay);
  } catch (error) {
    open.delete(lastTimer);
    throw error;
  }
  return lastTimer;
}

function toDelay(delay: unknown): number {
  const milliseconds = Math.trunc(Number(delay));
  return milliseconds >= 0 && milliseconds <= longest ? milliseconds : 0;
}

function bind(callback: Callback, args: readonly unknown[]): () => void {
  requireFunction(callback);
  return () => callback(...args);
}

function requireFunction(callback: unknown): void {
  if (typeof callback === 'function') return;
  throw new TypeError(`The callback must be a function, not a ${typeof callback}.`);
}

function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    webHost().report(error);
  }
}
