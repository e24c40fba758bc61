/** Lets so many of something through in a second, and counts the others. */
export class RateBudget {
  readonly #perSecond: number;
  readonly #tellLost: (lost: number) => void;
  #left: number;
  #lost = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param options.tellLost is told once a second how many were left out, where some were */
  constructor({ perSecond, tellLost }: { perSecond: number; tellLost(lost: number): void }) {
    this.#perSecond = perSecond;
    this.#left = perSecond;
    this.#tellLost = tellLost;
  }

  /** Whether one more goes through. */
  take(): boolean {
    this.#timer ??= setTimeout(() => this.#renew(), 1_000).unref();
    if (this.#left === 0) {
      this.#lost += 1;
      return false;
    }
    this.#left -= 1;
    return true;
  }

  #renew(): void {
    this.#timer = null;
    this.#left = this.#perSecond;
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) this.#tellLost(lost);
  }

  /** Tells of what was left out since. */
  end(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#renew();
  }
}
