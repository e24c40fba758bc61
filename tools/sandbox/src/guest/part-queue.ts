/** What is added last. */
export const endOfParts = Symbol('end of parts');

/** Parts that come one after the other, for whoever reads them once. */
export class PartQueue implements AsyncIterableIterator<unknown> {
  readonly #parts: unknown[] = [];
  #waiting: PromiseWithResolvers<IteratorResult<unknown>>[] = [];
  #ended: { error: unknown } | null = null;
  whenLeft: () => void = () => undefined;
  whenEnded: () => void = () => undefined;
  whenRead: () => void = () => undefined;

  add(part: unknown): void {
    if (part === endOfParts) {
      this.end(undefined);
      return;
    }
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      this.#parts.push(part);
      return;
    }
    waiting.resolve({ done: false, value: part });
    this.whenRead();
  }

  end(error: unknown): void {
    if (this.#ended !== null) return;
    this.#ended = { error };
    this.whenEnded();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const reader of waiting) void this.next().then(reader.resolve, reader.reject);
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.#parts.length > 0) {
      this.whenRead();
      return Promise.resolve({ done: false, value: this.#parts.shift() });
    }
    if (this.#ended !== null) {
      const { error } = this.#ended;
      this.#ended = { error: undefined };
      if (error !== undefined) return Promise.reject(error);
      return Promise.resolve({ done: true, value: undefined });
    }
    const waiting = Promise.withResolvers<IteratorResult<unknown>>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  return(): Promise<IteratorResult<unknown>> {
    if (this.#ended === null) {
      this.#ended = { error: undefined };
      this.whenLeft();
    }
    this.#parts.length = 0;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
