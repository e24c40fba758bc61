/** Cuts a stream of bytes into lines, with memory that is bounded however small its pieces are. */
export class LineReader {
  readonly #limit: number;
  #held = Buffer.alloc(0);
  #length = 0;

  /** @param limit bytes of a line */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether the line that has begun is longer than it may be. */
  get isTooLong(): boolean {
    return this.#length > this.#limit;
  }

  /** Takes a piece, and gives the lines that it ends. */
  *take(piece: Buffer): Generator<string> {
    let from = 0;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      const end = piece.subarray(from, at);
      from = at + 1;
      yield this.#end(end);
    }
    if (from < piece.length) this.#hold(piece.subarray(from));
  }

  #end(end: Buffer): string {
    if (this.#length === 0) return end.toString('utf8');
    this.#hold(end);
    const line = this.#held.toString('utf8', 0, this.#length);
    this.#held = Buffer.alloc(0);
    this.#length = 0;
    return line;
  }

  #hold(part: Buffer): void {
    const length = this.#length + part.length;
    if (length > this.#held.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(length, this.#held.length * 2, 4096));
      this.#held.copy(grown, 0, 0, this.#length);
      this.#held = grown;
    }
    part.copy(this.#held, this.#length);
    this.#length = length;
  }
}
