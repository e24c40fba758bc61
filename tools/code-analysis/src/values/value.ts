import type { AnyNode } from 'acorn';
import type { ApiNode } from '../apis/api-node.ts';
import type { FunctionNode } from '../syntax/syntax.ts';

/** A value of an expression, as far as it matters for permissions. */
export type Value = ApiValue | FunctionValue | ListValue | ExportsValue;

/** An API, or a namespace in one. */
export interface ApiValue {
  kind: 'api';
  /** Identifies the part of the API. */
  id: string;
  /** Name for people: `fs.promises`. */
  name: string;
  node: ApiNode;
  /** True for what is followed along variables and arguments only, because most of it is something else. */
  isLocal?: true;
  /** Set where it can only need what is found already, in code that leads around. */
  isSpent?: true;
  /** Set in a function that a call gave it to, so that the function's result is that call's alone. */
  given?: { call: AnyNode; to: FunctionNode; value: ApiValue };
}

/** A function in the code. */
export interface FunctionValue {
  kind: 'function';
  function: FunctionNode;
  results: ListValue;
  /** Set in the function around it, where a call of that decides what its results are. */
  given?: { call: AnyNode; to: FunctionNode; value: FunctionValue };
  /** Set for `f.call`, `f.apply` and `f.bind`. */
  via?: 'call' | 'apply' | 'bind';
}

/** An array, or an object used as a table, that contains a value. */
export interface ListValue {
  kind: 'list';
  /** True where a member of any name may give a value. Arrays and generators have those of the language alone. */
  isOpen?: true;
  /** True for an object. Its properties are followed by name, and by this value for computed names. */
  isTable?: true;
  /** True for a table with a property that no code reads by its name, so that it is read in another way. */
  isUnread?: true;
  elements: Set<Value>;
  whenAdded: ((value: Value) => void)[];
  /** What waits for the first element that leads to an API; undefined once there is one. */
  whenLive: (() => void)[] | undefined;
}

/** The exports of a file, or of a module in a bundle. */
export interface ExportsValue {
  kind: 'exports';
  names: Map<string, Set<Value>>;
  whenAdded: ((name: string, value: Value) => void)[];
  /** What waits for the first export that leads to an API; undefined once there is one. */
  whenLive: (() => void)[] | undefined;
}

/**
 * True for an object that is followed along variables, for reads with computed names. It isn't followed
 * further, because large bundles pass objects to everything.
 */
export function isTable(value: Value): boolean {
  return value.kind === 'list' && value.isTable === true;
}

/** True for a value that isn't followed into properties, lists and results. */
export function isLocal(value: Value): boolean {
  return value.kind === 'api' && value.isLocal === true;
}

/** True for an API that can only need what is found already, and isn't followed into properties and lists. */
export function isSpent(value: Value): boolean {
  return value.kind === 'api' && value.isSpent === true;
}

/** The call that a value is followed for, separately from others. */
export function givenBy(value: Value): (ApiValue | FunctionValue)['given'] {
  return value.kind === 'api' || value.kind === 'function' ? value.given : undefined;
}

/** A value without the call that gave it, for places that other calls reach as well. */
export function plainValue(value: Value): Value {
  const given = givenBy(value);
  return given === undefined ? value : plainValue(given.value);
}

/** A list without elements. */
export function makeList(): ListValue {
  return { kind: 'list', elements: new Set(), whenAdded: [], whenLive: [] };
}

/**
 * What waits until a value leads to an API; undefined for one that does. Until then, nothing that is done with
 * a list or a function matters.
 */
export function waitingFor(value: Value): (() => void)[] | undefined {
  if (value.kind === 'api') return value.isSpent ? [] : undefined;
  return value.kind === 'function' ? value.results.whenLive : value.whenLive;
}

/** Notes that a list or exports hold a value. */
function makeLiveBy(holder: ListValue | ExportsValue, value: Value): void {
  if (holder.whenLive === undefined) return;
  const waiting = waitingFor(value);
  if (waiting !== undefined) return void waiting.push(() => makeLive(holder));
  makeLive(holder);
}

function makeLive(holder: ListValue | ExportsValue): void {
  const waiting = holder.whenLive;
  holder.whenLive = undefined;
  for (const tell of waiting ?? []) tell();
}

/** Finds out again which lists and exports lead to an API that isn't spent. */
export function quieten(holders: readonly (ListValue | ExportsValue)[]): void {
  for (const holder of holders) holder.whenLive ??= [];
  for (const holder of holders) {
    const held = holder.kind === 'list' ? [holder.elements] : holder.names.values();
    for (const values of held) for (const value of values) makeLiveBy(holder, value);
  }
}

/** Adds an element, and notifies everybody who follows the list. */
export function addElement(list: ListValue, added: Value): void {
  const value = plainValue(added);
  if (list.elements.has(value)) return;
  list.elements.add(value);
  makeLiveBy(list, value);
  if (isSpent(value)) return;
  for (const tell of list.whenAdded) tell(value);
}

/** Calls back for every element, including ones added later. */
export function followElements(list: ListValue, tell: (value: Value) => void): void {
  list.whenAdded.push(tell);
  for (const value of list.elements) if (!isSpent(value)) tell(value);
}

/** Adds an export, and notifies everybody who follows the exports. */
export function addExport(exports: ExportsValue, name: string, added: Value): void {
  const value = plainValue(added);
  if (isLocal(value)) return;
  const values = exports.names.get(name) ?? new Set();
  exports.names.set(name, values);
  if (values.has(value)) return;
  values.add(value);
  makeLiveBy(exports, value);
  for (const tell of exports.whenAdded) tell(name, value);
}

/** Calls back for every export, including ones added later. */
export function followExports(
  exports: ExportsValue,
  tell: (name: string, value: Value) => void,
): void {
  exports.whenAdded.push(tell);
  for (const [name, values] of exports.names) for (const value of values) tell(name, value);
}
