import type { GuestContext } from './guest-context.ts';

/** Calls what listens to an event of the API. A listener that throws stops none of the others. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #guest: GuestContext;

  constructor(guest: GuestContext) {
    this.#guest = guest;
  }

  /** The event, as the API has it. */
  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    if (typeof listener !== 'function') throw new TypeError('An event needs a function to call.');
    const own = (value: T) => listener(value); // the same function may listen twice
    this.#listeners.add(own);
    return { dispose: () => void this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        // it may be an async function
        Promise.resolve(listener(value)).catch((error) => this.#guest.report(error));
      } catch (error) {
        this.#guest.report(error);
      }
    }
  }
}
