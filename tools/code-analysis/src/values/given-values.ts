import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { FunctionNode } from '../syntax/syntax.ts';
import { type ApiValue, givenBy, plainValue, type Value } from './value.ts';

/** Most calls within each other that a value is followed through separately. */
const mostCalls = 3;

/**
 * The global object and `process` as single calls give them to functions. Code hands them to helpers that are
 * called with everything, `isObject(globalThis)`; a helper's result is then the global object for that call
 * alone.
 *
 * Source of the idea: M. Sharir and A. Pnueli, "Two approaches to interprocedural data flow analysis", 1981.
 */
export class GivenValues {
  readonly #made = new Map<ApiValue, Map<AnyNode, Map<FunctionNode, ApiValue>>>();

  /** The value as a function has it that gets it by this call. */
  by(call: AnyNode, to: FunctionNode, value: Value): Value {
    if (value.kind !== 'api' || !isHandedAround(value)) return value;
    if (!isShallow(value, call)) return plainValue(value);
    const calls = this.#made.get(value) ?? new Map<AnyNode, Map<FunctionNode, ApiValue>>();
    this.#made.set(value, calls);
    const functions = calls.get(call) ?? new Map<FunctionNode, ApiValue>();
    calls.set(call, functions);
    const made = functions.get(to) ?? { ...value, given: { call, to, value } };
    functions.set(to, made);
    return made;
  }
}

/** True for what code hands to helpers that are called with everything. */
export function isHandedAround(value: Value): boolean {
  const id = value.kind === 'api' ? value.id : '';
  return /^(?:global:(?:process(?:\.env)?|document)?|process:(?:env)?)$/.test(id);
}

function isShallow(value: ApiValue, call: AnyNode): boolean {
  let depth = 1;
  for (let at = value.given; at !== undefined; at = at.value.given) {
    if (at.call === call || depth >= mostCalls) return false;
    depth += 1;
  }
  return true;
}

/** A value for a variable: other calls read a variable outside of the function that the value was given to. */
export function valueFor(variable: Variable, value: Value): Value {
  const given = givenBy(value);
  if (given === undefined) return value;
  for (let scope: Variable['scope'] | null = variable.scope; scope !== null; scope = scope.upper) {
    if (Object.is(scope.block, given.to)) return value;
  }
  return plainValue(value);
}
