/** Something that is open by a number. */
export interface Handle {
  close(): unknown;
}

/** What one build has open by numbers: ended with it. */
export class Handles<T extends Handle> {
  readonly #open = new Map<number, T>();
  readonly #most: number;
  readonly #what: string;
  /** The next of 3, 4 …: 0 to 2 are the streams of a process. */
  #next = 3;
  #isEnded = false;

  /** @param options.what in plural, for messages: `files` */
  constructor({ most, what }: { most: number; what: string }) {
    this.#most = most;
    this.#what = what;
  }

  /** @throws RangeError of code `too-many`; what was to be added is closed then */
  async add(making: Promise<T>): Promise<number> {
    const made = await making;
    if (this.#isEnded || this.#open.size >= this.#most) {
      await made.close();
      const message = `At most ${this.#most} ${this.#what} may be open at once.`;
      throw Object.assign(new RangeError(message), { code: 'too-many' });
    }
    const number = this.#next;
    this.#next += 1;
    this.#open.set(number, made);
    return number;
  }

  /** @throws Error of code `not-open` */
  find(number: number): T {
    const found = this.#open.get(number);
    if (found !== undefined) return found;
    throw Object.assign(new Error(`${number} is none of the ${this.#what} that are open.`), {
      code: 'not-open',
    });
  }

  /** Closes one. @throws Error of code `not-open` */
  async close(number: number): Promise<void> {
    const found = this.find(number);
    this.#open.delete(number);
    await found.close();
  }

  /** Closes all, and what is still to be added. */
  end(): void {
    this.#isEnded = true;
    for (const one of this.#open.values()) void Promise.resolve(one.close()).catch(() => undefined);
    this.#open.clear();
  }
}
