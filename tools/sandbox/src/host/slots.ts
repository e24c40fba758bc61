/** Lets so many of something be there at once; whoever comes later waits, in order. */
export class Slots {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#free = limit;
  }

  /** Waits for a slot. Where the signal is aborted before, none is taken. */
  async take(signal?: AbortSignal): Promise<void> {
    const isAborted = () => signal?.aborted === true;
    while (this.#free === 0 && !isAborted()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      this.#waiting.delete(resolve);
    }
    if (!isAborted()) this.#free -= 1;
    else if (this.#free > 0) this.#wakeNext(); // it was woken for nothing
  }

  /** Gives one back; more than there are make no difference. */
  give(): void {
    this.#free = Math.min(this.#limit, this.#free + 1);
    this.#wakeNext();
  }

  #wakeNext(): void {
    const [first] = this.#waiting;
    first?.();
  }
}
