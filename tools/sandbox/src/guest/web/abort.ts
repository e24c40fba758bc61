import { defineInterface, inside, requireArguments, requireInside } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { Event } from './event.ts';
import { countListeners, defineHandlers, dispatch, EventTarget } from './event-target.ts';
import { setTimeout } from './timers.ts';

/** Aborts a signal, and those that were made of it by `any`. */
let abortSignal: (signal: AbortSignal, reason: unknown) => void;

/** Makes a signal that is aborted as soon as one of these is. */
export let anySignal: (sources: readonly AbortSignal[]) => AbortSignal;

/** As WHATWG's DOM standard has it. */
export class AbortSignal extends EventTarget {
  #isAborted = false;
  #reason: unknown = undefined;
  /** Those that aren't made of others and abort this one. */
  #sources = new Set<AbortSignal>();
  /** Those that this one aborts; weakly, since a signal may live much longer than what it aborts. */
  #dependents = new Set<WeakRef<AbortSignal>>();
  /** Dependents that have listeners: those must stay. */
  #heard = new Set<AbortSignal>();

  static {
    abortSignal = (signal, reason) => signal.#abort(reason);
    anySignal = (sources) => {
      const made = new AbortSignal(inside);
      const first = sources.find((source) => source.#isAborted);
      if (first !== undefined) made.#mark(first.#reason);
      else for (const source of sources) made.#follow(source);
      return made;
    };
  }

  constructor(key?: unknown) {
    requireInside(key);
    super();
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(inside);
    signal.#mark(reason === undefined ? aborted() : reason);
    return signal;
  }

  static timeout(milliseconds: number): AbortSignal {
    requireArguments('AbortSignal.timeout', arguments, 1);
    const delay = Number(milliseconds);
    if (!(delay >= 0 && delay <= Number.MAX_SAFE_INTEGER)) {
      throw new RangeError('The delay must be a number of milliseconds from 0 on.');
    }
    const signal = new AbortSignal(inside);
    const message = 'The operation was aborted due to timeout';
    setTimeout(() => abortSignal(signal, new DOMException(message, 'TimeoutError')), delay);
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    requireArguments('AbortSignal.any', arguments, 1);
    const sources = [...signals];
    if (!sources.every((source) => source instanceof AbortSignal)) {
      throw new TypeError('AbortSignal.any needs AbortSignals');
    }
    return anySignal(sources);
  }

  get aborted(): boolean {
    return this.#isAborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  throwIfAborted(): void {
    if (this.#isAborted) throw this.#reason;
  }

  override addEventListener(type: unknown, callback: unknown, options?: unknown): void {
    super.addEventListener(type, callback, options);
    if (countListeners(this, 'abort') > 0)
      for (const source of this.#sources) source.#heard.add(this);
  }

  override removeEventListener(type: unknown, callback: unknown, options?: unknown): void {
    super.removeEventListener(type, callback, options);
    if (countListeners(this, 'abort') === 0) {
      for (const source of this.#sources) source.#heard.delete(this);
    }
  }

  #follow(source: AbortSignal): void {
    const roots = source.#sources.size > 0 ? source.#sources : new Set([source]);
    for (const root of roots) {
      if (this.#sources.has(root)) continue;
      this.#sources.add(root);
      const weak = new WeakRef(this);
      root.#dependents.add(weak);
      gone.register(this, () => root.#dependents.delete(weak));
    }
  }

  #mark(reason: unknown): void {
    this.#isAborted = true;
    this.#reason = reason;
  }

  #abort(reason: unknown): void {
    if (this.#isAborted) return;
    this.#mark(reason);
    const dependents = [...this.#dependents]
      .map((weak) => weak.deref())
      .filter((signal) => signal !== undefined)
      .filter((signal) => !signal.#isAborted);
    this.#dependents.clear();
    this.#heard.clear();
    for (const signal of dependents) signal.#mark(reason);
    for (const signal of [this, ...dependents]) {
      dispatch(signal, new Event('abort', undefined, inside));
    }
  }

  declare onabort: ((event: Event) => unknown) | null;
}

const gone = new FinalizationRegistry<() => void>((forget) => forget());

defineInterface('AbortSignal', AbortSignal);
defineHandlers(AbortSignal, ['abort']);

/** As WHATWG's DOM standard has it. */
export class AbortController {
  #signal = new AbortSignal(inside);

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason?: unknown): void {
    abortSignal(this.#signal, reason === undefined ? aborted() : reason);
  }
}

defineInterface('AbortController', AbortController);

function aborted(): DOMException {
  return new DOMException('This operation was aborted', 'AbortError');
}
