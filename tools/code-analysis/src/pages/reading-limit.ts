/** Most units that are spent on one text: an expression that is read, or some characters. */
const most = 20_000;
/** Most units for all texts; with more, each gets few. */
const mostInAll = 500_000;
const mostBeyond = 300;
/** Characters of a text that cost as much as an expression. */
const charactersOfUnit = 1_000;

/** Counts what reading texts costs, so that code with very many, or with very long ones, ends soon. */
export class ReadingLimit {
  /** How often reading stopped or came back to where it began, so that a text isn't whole. */
  cuts = 0;
  #all = 0;
  #spent = 0;
  #most = most;

  /** Units that were spent in all. */
  get spent(): number {
    return this.#all + this.#spent;
  }

  /** Begins another text. */
  begin(): void {
    this.#all += this.#spent;
    this.#spent = 0;
    this.#most = this.#all > mostInAll ? mostBeyond : most;
  }

  /** Counts an expression. @returns false where no more may be read */
  read(): boolean {
    this.#spent += 1;
    return this.#spent <= this.#most;
  }

  /** Counts a text that is put into others. @returns false where that is too much */
  give({ length }: string): boolean {
    if (this.#spent > this.#most) return length < charactersOfUnit;
    this.#spent += length / charactersOfUnit;
    return true;
  }
}
