import { defineInterface, requireArguments, toText } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { webHost } from './environment.ts';
import { Event, eventState, type EventState } from './event.ts';

interface Listener {
  type: string;
  callback: unknown;
  capture: boolean;
  once: boolean;
  passive: boolean;
  isRemoved: boolean;
}

/** How many listeners a target has for a type. */
export let countListeners: (target: EventTarget, type: string) => number;

/** Dispatches an event, also one that is trusted. */
export let dispatch: (target: EventTarget, event: Event) => boolean;

/** As WHATWG's DOM standard has it, without a tree: what listeners throw is told to the host. */
export class EventTarget {
  #listeners: Listener[] = [];

  static {
    countListeners = (target, type) =>
      target.#listeners.filter((listener) => listener.type === type).length;
    dispatch = (target, event) => target.#dispatch(event);
  }

  addEventListener(type: unknown, callback: unknown, options?: unknown): void {
    requireArguments('EventTarget.addEventListener', arguments, 2);
    const { capture, once, passive, signal } = readOptions(options);
    requireCallback(callback);
    if (signal !== undefined) requireSignal(signal);
    if (callback === null || callback === undefined || signal?.aborted) return;
    const name = toText(type);
    if (this.#find(name, callback, capture) !== undefined) return;
    this.#listeners.push({ type: name, callback, capture, once, passive, isRemoved: false });
    signal?.addEventListener('abort', () => this.#remove(name, callback, capture), { once: true });
  }

  removeEventListener(type: unknown, callback: unknown, options?: unknown): void {
    requireArguments('EventTarget.removeEventListener', arguments, 2);
    requireCallback(callback);
    this.#remove(toText(type), callback, readOptions(options).capture);
  }

  dispatchEvent(event: Event): boolean {
    requireArguments('EventTarget.dispatchEvent', arguments, 1);
    if (!(event instanceof Event)) throw new TypeError('The argument is no Event');
    const state = eventState(event);
    if (state.isDispatched) {
      throw new DOMException('The event is already being dispatched', 'InvalidStateError');
    }
    state.isTrusted = false;
    return this.#dispatch(event);
  }

  #find(type: string, callback: unknown, capture: boolean): Listener | undefined {
    return this.#listeners.find(
      (one) => one.type === type && one.callback === callback && one.capture === capture,
    );
  }

  #remove(type: string, callback: unknown, capture: boolean): void {
    const found = this.#find(type, callback, capture);
    if (found === undefined) return;
    found.isRemoved = true;
    this.#listeners = this.#listeners.filter((listener) => listener !== found);
  }

  #dispatch(event: Event): boolean {
    const state = eventState(event);
    Object.assign(state, { target: this, current: this, isDispatched: true });
    const called = this.#listeners.filter((listener) => listener.type === state.type);
    // those that capture come first, also at the target
    for (const listener of [...called.filter(captures), ...called.filter(bubbles)]) {
      if (state.isStoppedAtOnce || (state.isStopped && !listener.capture)) break;
      if (listener.isRemoved) continue;
      if (listener.once) this.#remove(listener.type, listener.callback, listener.capture);
      this.#call(listener, event, state);
    }
    Object.assign(state, { current: null, isDispatched: false });
    Object.assign(state, { isStopped: false, isStoppedAtOnce: false });
    return !state.isCanceled;
  }

  #call({ callback, passive }: Listener, event: Event, state: EventState): void {
    state.isPassive = passive;
    try {
      if (typeof callback === 'function') Reflect.apply(callback, this, [event]);
      else callHandler(callback, event);
    } catch (error) {
      webHost().report(error);
    }
    state.isPassive = false;
  }
}

defineInterface('EventTarget', EventTarget);

const captures = (listener: Listener) => listener.capture;
const bubbles = (listener: Listener) => !listener.capture;

function callHandler(callback: unknown, event: Event): void {
  const handle: unknown = Reflect.get(Object(callback), 'handleEvent');
  if (typeof handle !== 'function') throw new TypeError('handleEvent is not a function');
  Reflect.apply(handle, callback, [event]);
}

function readOptions(options: unknown) {
  if (typeof options !== 'object' || options === null) {
    return { capture: Boolean(options), once: false, passive: false, signal: undefined };
  }
  return {
    capture: Boolean(Reflect.get(options, 'capture')),
    once: Boolean(Reflect.get(options, 'once')),
    passive: Boolean(Reflect.get(options, 'passive')),
    signal: Reflect.get(options, 'signal') as AbortSignal | undefined,
  };
}

function requireCallback(callback: unknown): void {
  const isObject = typeof callback === 'object' || typeof callback === 'function';
  if (!isObject && callback !== undefined) throw new TypeError('The listener is not an object');
}

function requireSignal(signal: unknown): void {
  if (!(signal instanceof EventTarget) || !('aborted' in signal)) {
    throw new TypeError('The signal is no AbortSignal');
  }
}

/** Gives a class the properties `onopen` … that hold one listener each. */
export function defineHandlers(of: { prototype: EventTarget }, types: readonly string[]): void {
  for (const type of types) {
    const held = new WeakMap<
      EventTarget,
      { callback: unknown; listener: (event: Event) => void }
    >();
    Object.defineProperty(of.prototype, `on${type}`, {
      enumerable: true,
      configurable: true,
      get(this: EventTarget) {
        return held.get(this)?.callback ?? null;
      },
      set(this: EventTarget, callback: unknown) {
        setHandler(this, { type, callback, held });
      },
    });
  }
}

interface Handled {
  type: string;
  callback: unknown;
  held: WeakMap<EventTarget, { callback: unknown; listener: (event: Event) => void }>;
}

function setHandler(target: EventTarget, { type, callback, held }: Handled): void {
  const current = held.get(target);
  if (typeof callback !== 'function' && (typeof callback !== 'object' || callback === null)) {
    if (current !== undefined) target.removeEventListener(type, current.listener);
    held.delete(target);
    return;
  }
  if (current !== undefined) {
    current.callback = callback;
    return;
  }
  const made = {
    callback,
    listener(event: Event) {
      if (typeof made.callback !== 'function') return;
      const result: unknown = Reflect.apply(made.callback, target, [event]);
      if (result === false) event.preventDefault();
    },
  };
  held.set(target, made);
  target.addEventListener(type, made.listener);
}
