/** Counts what messages hold in the memory of a host, as long as they are needed. */
export class OpenBytes {
  readonly #limit: number;
  #open = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether so much more may be held. */
  fits(length: number): boolean {
    return this.#open + length <= this.#limit;
  }

  add(length: number): void {
    this.#open += length;
  }

  remove(length: number): void {
    this.#open -= length;
  }
}
