import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { FunctionNode } from '../syntax/syntax.ts';
import {
  addElement,
  type ApiValue,
  type ExportsValue,
  type FunctionValue,
  isLocal,
  type ListValue,
  makeList,
  quieten,
  type Value,
} from './value.ts';

/** Values made by the code itself that lead to an API; one value per place. */
export class OwnValues {
  readonly #functions = new Map<FunctionNode, FunctionValue>();
  readonly #closures = new Map<FunctionNode, Map<AnyNode, FunctionValue>>();
  readonly #results = new Map<FunctionNode, ListValue>();
  readonly #exports = new Map<unknown, ExportsValue>();
  readonly #lists = new Map<AnyNode, ListValue>();
  readonly #tables = new Map<AnyNode | Variable, ListValue>();

  /** Finds out again which of them lead to an API that isn't spent. */
  quieten(): void {
    const closures = [...this.#closures.values()].flatMap((each) => [...each.values()]);
    quieten([
      ...closures.map(({ results }) => results),
      ...this.#results.values(),
      ...this.#exports.values(),
      ...this.#lists.values(),
      ...this.#tables.values(),
    ]);
  }

  function(of: FunctionNode): FunctionValue {
    const known = this.#functions.get(of);
    if (known !== undefined) return known;
    const made: FunctionValue = { kind: 'function', function: of, results: this.results(of) };
    this.#functions.set(of, made);
    return made;
  }

  /** A function that gives what a call gave to the function around it, as that call's alone. */
  closure(of: FunctionNode, { call, to }: NonNullable<ApiValue['given']>): FunctionValue {
    const closures = this.#closures.get(of) ?? new Map<AnyNode, FunctionValue>();
    this.#closures.set(of, closures);
    const known = closures.get(call);
    if (known !== undefined) return known;
    const results = makeList();
    const value: FunctionValue = { kind: 'function', function: of, results };
    const made: FunctionValue = { ...value, given: { call, to, value } };
    closures.set(call, made);
    return made;
  }

  /** The results of a function, including ones found later. */
  results(of: FunctionNode): ListValue {
    const known = this.#results.get(of);
    if (known !== undefined) return known;
    const made = makeList();
    this.#results.set(of, made);
    return made;
  }

  /** The exports of a file, or of a module in a bundle, which `of` identifies. */
  exports(of: unknown): ExportsValue {
    const known = this.#exports.get(of);
    if (known !== undefined) return known;
    const made: ExportsValue = {
      kind: 'exports',
      names: new Map(),
      whenAdded: [],
      whenLive: [],
    };
    this.#exports.set(of, made);
    return made;
  }

  /** An array or a generator that is made at a node, with this value among its elements. */
  list(node: AnyNode, element: Value): ListValue {
    const list = this.#lists.get(node) ?? makeList();
    this.#lists.set(node, list);
    if (!isLocal(element)) addElement(list, element);
    return list;
  }

  /** Something made at a node that may have this value under any name, such as a proxy. */
  holder(node: AnyNode, value: Value): ListValue {
    const list = this.list(node, value);
    list.isOpen = true;
    return list;
  }

  /** An object with this value among its properties; `of` is the literal, or its variable. */
  table(of: AnyNode | Variable, value: Value): ListValue {
    const table: ListValue = this.#tables.get(of) ?? { ...makeList(), isTable: true };
    this.#tables.set(of, table);
    if (!isLocal(value)) addElement(table, value);
    return table;
  }
}
