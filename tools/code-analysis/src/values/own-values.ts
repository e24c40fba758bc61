import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { FunctionNode } from '../syntax/syntax.ts';
import {
  addElement,
  type ExportsValue,
  type FunctionValue,
  type ListValue,
  type Value,
} from './value.ts';

/** What code makes itself, as far as it leads to an API; the same value for the same place. */
export class OwnValues {
  readonly #functions = new Map<FunctionNode, FunctionValue>();
  readonly #results = new Map<FunctionNode, ListValue>();
  readonly #exports = new Map<unknown, ExportsValue>();
  readonly #lists = new Map<AnyNode, ListValue>();
  readonly #tables = new Map<AnyNode | Variable, ListValue>();

  function(of: FunctionNode): FunctionValue {
    const known = this.#functions.get(of);
    if (known !== undefined) return known;
    const made: FunctionValue = { kind: 'function', function: of };
    this.#functions.set(of, made);
    return made;
  }

  /** What a function gives back, now and later. */
  results(of: FunctionNode): ListValue {
    const known = this.#results.get(of);
    if (known !== undefined) return known;
    const made: ListValue = { kind: 'list', elements: new Set(), whenAdded: [] };
    this.#results.set(of, made);
    return made;
  }

  /** The exports of a file, or of a module within a bundle: `of` is what stands for it. */
  exports(of: unknown): ExportsValue {
    const known = this.#exports.get(of);
    if (known !== undefined) return known;
    const made: ExportsValue = { kind: 'exports', names: new Map(), whenAdded: [] };
    this.#exports.set(of, made);
    return made;
  }

  /** An array that a node makes, with this among its elements. */
  list(node: AnyNode, element: Value): ListValue {
    const list = this.#lists.get(node) ?? { kind: 'list', elements: new Set(), whenAdded: [] };
    this.#lists.set(node, list);
    addElement(list, element);
    return list;
  }

  /** An object with this among its properties: `of` is the literal, or the variable that holds it. */
  table(of: AnyNode | Variable, value: Value): ListValue {
    const table = this.#tables.get(of) ?? {
      kind: 'list',
      isTable: true,
      elements: new Set(),
      whenAdded: [],
    };
    this.#tables.set(of, table);
    addElement(table, value);
    return table;
  }
}
