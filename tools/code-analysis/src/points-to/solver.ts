import { Numbers } from './numbers.ts';

/** A variable of the solver: what an expression, a variable or a property may hold. */
export type Cell = number;

/** What a cell may hold: an object of the code by where it is made, or one of the world around it. */
export type Token = number;

/** The error for code that needs too many steps. */
export class TooManyMoves extends Error {}

/** Most moves of a token into a cell. Bundles of a megabyte need some millions. */
const mostMoves = 4_000_000;

/** Most cells: what they take of memory is bounded by it. */
const mostCells = 2_000_000;

/**
 * Solves inclusions between sets: an edge gives all that one cell holds to another, a listener hears of each
 * token that a cell gets. Sets only grow, so that all can be added at any time.
 *
 * Source: L. Andersen, "Program Analysis and Specialization for the C Programming Language", 1994.
 */
export class Solver {
  readonly #held = new Numbers();
  readonly #edges = new Numbers();
  readonly #listeners: (((token: Token) => void)[] | undefined)[] = [];
  readonly #tasks: { hear: (token: Token) => void; token: Token }[] = [];
  /** Cells and tokens by turns. */
  readonly #waiting: number[] = [];
  #count = 0;
  #moves = 0;
  /** True where a cell holds what stands for a token as well. */
  isCovered: (cell: Cell, token: Token) => boolean = () => false;

  /** Makes an empty cell. */
  cell(): Cell {
    this.#count += 1;
    if (this.#count > mostCells) throw new TooManyMoves();
    return this.#count;
  }

  get moves(): number {
    return this.#moves;
  }

  holds(cell: Cell, token: Token): boolean {
    return this.#held.has(cell, token);
  }

  held(cell: Cell): Iterable<Token> {
    return this.#held.of(cell);
  }

  give(cell: Cell, token: Token): void {
    if (this.isCovered(cell, token) || !this.#held.add(cell, token)) return;
    this.#waiting.push(cell, token);
  }

  edge(from: Cell, to: Cell): void {
    if (from === to || !this.#edges.add(from, to)) return;
    for (const token of this.#held.of(from)) this.give(to, token);
  }

  /** Calls back for each token of a cell, for some of them twice. */
  listen(cell: Cell, hear: (token: Token) => void): void {
    (this.#listeners[cell] ??= []).push(hear);
    for (const token of this.#held.of(cell)) this.#tasks.push({ hear, token });
  }

  /** @throws TooManyMoves */
  run(): void {
    for (;;) {
      this.#moves += 1;
      if (this.#moves > mostMoves) throw new TooManyMoves();
      const task = this.#tasks.pop();
      if (task !== undefined) {
        task.hear(task.token);
        continue;
      }
      const token = this.#waiting.pop();
      const cell = this.#waiting.pop();
      if (token === undefined || cell === undefined) return;
      for (const to of this.#edges.of(cell)) this.give(to, token);
      const listeners = this.#listeners[cell];
      if (listeners === undefined) continue;
      for (let nth = 0; nth < listeners.length; nth += 1) listeners[nth]?.(token);
    }
  }
}
