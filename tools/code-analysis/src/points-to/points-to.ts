import type { AnyNode } from 'acorn';
import type { ImportedFiles } from '../modules/imported-files.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { type ApiValue, plainValue, type Value } from '../values/value.ts';
import { CodeCells } from './code-cells.ts';
import { TooManyMoves } from './solver.ts';

/** Says what expressions may hold, so that the tracer needn't follow names that only look alike. */
export class PointsTo {
  readonly #cells: CodeCells | null;
  readonly #seeds = new Map<AnyNode, Set<string>>();
  #isLost = false;

  constructor(of: {
    codes: ReadonlyMap<string, ParsedCode>;
    index: CodeIndex;
    files: ImportedFiles;
    codeOf: (node: AnyNode) => ParsedCode | undefined;
    isWritten: (word: string) => boolean;
  }) {
    this.#cells = this.#solve(() => {
      const cells = new CodeCells(of);
      cells.heap.solver.run();
      return cells;
    });
  }

  #solve<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof TooManyMoves) && !(error instanceof RangeError)) throw error;
      this.#isLost = true;
      return null;
    }
  }

  get isLost(): boolean {
    return this.#isLost || this.#cells === null || this.#cells.heap.isLost;
  }

  /** Notes where an API enters the code. */
  enter(node: AnyNode, api: ApiValue): void {
    if (this.isLost || this.#cells === null) return;
    const root = rootOf(api);
    const seeds = this.#seeds.get(node) ?? new Set();
    this.#seeds.set(node, seeds);
    if (seeds.has(root)) return;
    seeds.add(root);
    const { heap, ofNode } = this.#cells;
    for (const cell of ofNode.get(node) ?? []) heap.solver.give(cell, heap.tokens.api(root));
    this.#solve(() => heap.solver.run());
  }

  /** False where an expression surely doesn't hold a value. */
  mayHold(node: AnyNode, written: Value): boolean {
    if (this.isLost || this.#cells === null) return true;
    const value = plainValue(written);
    const cells = this.#cells.ofNode.get(value.kind === 'function' ? calledBy(node) : node);
    if (cells === undefined) return true;
    const { heap } = this.#cells;
    const { outside } = heap.tokens;
    if (value.kind === 'api') {
      const root = heap.tokens.api(rootOf(value));
      const isOut = heap.hasLeft(root);
      return cells.some((cell) => {
        return heap.solver.holds(cell, root) || (isOut && heap.solver.holds(cell, outside));
      });
    }
    if (value.kind !== 'function') return true;
    const tokens = heap.tokens.ofFunction(value.function);
    const isOut = tokens.some((token) => heap.hasLeft(token));
    return cells.some((cell) => {
      if (isOut && heap.solver.holds(cell, outside)) return true;
      // what calls any function
      if (applied.some((name) => heap.solver.holds(cell, heap.tokens.method(name)))) return true;
      return tokens.some((token) => heap.solver.holds(cell, token));
    });
  }
}

const applied = ['call', 'apply', 'bind'];

/** The function of `f.call`, which the tracer takes for the function itself. */
function calledBy(node: AnyNode): AnyNode {
  const isCall =
    node.type === 'MemberExpression' && /^(?:call|apply|bind)$/.test(writtenName(node) ?? '');
  return isCall ? calledBy(bare(node.object)) : node;
}

/** The module or global that an API is a part of: all its parts are one to `PointsTo`. */
export function rootOf({ id }: ApiValue): string {
  const [root = '', rest = ''] = [id.slice(0, id.indexOf(':') + 1), id.slice(id.indexOf(':') + 1)];
  if (root !== 'global:' || rest === '') return root;
  return root + (/^[^.(]+/.exec(rest)?.[0] ?? '');
}
