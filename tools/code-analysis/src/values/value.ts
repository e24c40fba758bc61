import type { ApiNode } from '../apis/api-node.ts';
import type { FunctionNode } from '../syntax/syntax.ts';

/** What an expression may be, as far as permissions are concerned. */
export type Value = ApiValue | FunctionValue | ListValue | ExportsValue;

/** An API, or a namespace of one. */
export interface ApiValue {
  kind: 'api';
  /** The same for the same part of the same API. */
  id: string;
  /** As people know it: `fs.promises`. */
  name: string;
  node: ApiNode;
}

/** A function of the code itself. */
export interface FunctionValue {
  kind: 'function';
  function: FunctionNode;
  /** Set for `f.call`, `f.apply` and `f.bind`. */
  via?: 'call' | 'apply' | 'bind';
}

/** An array that holds something of interest. */
export interface ListValue {
  kind: 'list';
  /** True for an object, whose properties are followed by their names unless a name is computed. */
  isTable?: true;
  elements: Set<Value>;
  whenAdded: ((value: Value) => void)[];
}

/** What a file, or a module within a bundle, exports. */
export interface ExportsValue {
  kind: 'exports';
  names: Map<string, Set<Value>>;
  whenAdded: ((name: string, value: Value) => void)[];
}

/**
 * An object that is followed for names that are computed, along variables: in large bundles, objects are
 * given to everything.
 */
export function isTable(value: Value): boolean {
  return value.kind === 'list' && value.isTable === true;
}

/** Adds an element, and tells whoever follows the list. */
export function addElement(list: ListValue, value: Value): void {
  if (list.elements.has(value)) return;
  list.elements.add(value);
  for (const tell of list.whenAdded) tell(value);
}

/** Tells every element, those that are added later as well. */
export function followElements(list: ListValue, tell: (value: Value) => void): void {
  list.whenAdded.push(tell);
  for (const value of list.elements) tell(value);
}

/** Adds an export, and tells whoever follows. */
export function addExport(exports: ExportsValue, name: string, value: Value): void {
  const values = exports.names.get(name) ?? new Set();
  exports.names.set(name, values);
  if (values.has(value)) return;
  values.add(value);
  for (const tell of exports.whenAdded) tell(name, value);
}

/** Tells every export, those that are added later as well. */
export function followExports(
  exports: ExportsValue,
  tell: (name: string, value: Value) => void,
): void {
  exports.whenAdded.push(tell);
  for (const [name, values] of exports.names) for (const value of values) tell(name, value);
}
