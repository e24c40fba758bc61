import { guest } from 'orchestra:api';

/** Something that is disposed of once. */
export class Disposable {
  readonly #end: () => unknown;
  #isDone = false;

  constructor(end: () => unknown) {
    this.#end = end;
  }

  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }

  dispose(): unknown {
    if (this.#isDone) return undefined;
    this.#isDone = true;
    return this.#end();
  }
}

/** An event as VS Code has them: a function that takes a listener. */
export type Event<T> = (
  listener: (value: T) => unknown,
  thisArgs?: unknown,
  disposables?: { dispose(): unknown }[],
) => Disposable;

/** Calls what listens. A listener that throws stops none of the others. */
export class EventEmitter<T = unknown> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener, thisArgs, disposables) => {
    if (typeof listener !== 'function') throw new TypeError('An event needs a function to call.');
    const own = (value: T) => Reflect.apply(listener, thisArgs, [value]);
    this.#listeners.add(own);
    const listening = new Disposable(() => this.#listeners.delete(own));
    if (Array.isArray(disposables)) disposables.push(listening);
    return listening;
  };

  fire(value: T): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        Promise.resolve(listener(value)).catch((error: unknown) => guest.report(error));
      } catch (error) {
        guest.report(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** An event of what never happens here. */
export function neverFires<T>(): Event<T> {
  return new EventEmitter<T>().event;
}

/** What tells that nobody waits for an answer any longer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: Event<unknown>;
}

/** Makes a token, and cancels it. */
export class CancellationTokenSource {
  readonly #emitter = new EventEmitter<unknown>();
  readonly token: CancellationToken;
  #isCancelled = false;

  constructor() {
    const isCancelled = () => this.#isCancelled;
    const { event } = this.#emitter;
    this.token = {
      get isCancellationRequested() {
        return isCancelled();
      },
      onCancellationRequested: (listener, thisArgs, disposables) => {
        if (!isCancelled()) return event(listener, thisArgs, disposables);
        const timer = setTimeout(() => Reflect.apply(listener, thisArgs, [undefined]), 0);
        return new Disposable(() => clearTimeout(timer));
      },
    };
  }

  cancel(): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    this.#emitter.fire(undefined);
  }

  dispose(): void {
    this.#emitter.dispose();
  }
}

/** A token that is never cancelled. */
export const neverCancelled: CancellationToken = new CancellationTokenSource().token;

/** A signal that is aborted with a token; undefined where there is no token. */
export function signalOf(token: CancellationToken | undefined): AbortSignal | undefined {
  if (token === undefined) return undefined;
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/** What is thrown where somebody cancelled. */
export class CancellationError extends Error {
  override readonly name = 'Canceled';

  constructor() {
    super('Canceled');
  }
}
