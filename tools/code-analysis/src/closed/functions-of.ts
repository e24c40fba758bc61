import type { AnyNode } from 'acorn';
import { type FunctionNode, isFunction } from '../syntax/syntax.ts';
import { constructorOf } from '../values/constructor-of.ts';
import type { Round } from './round.ts';
import { knownThings, valuesOf } from './sure-things.ts';

/**
 * All functions that a call of an expression runs, of a class the constructor.
 *
 * @returns null where it may run others
 */
export function functionsOf(round: Round, callee: AnyNode, depth = 0): FunctionNode[] | null {
  const things = knownThings(round, callee, { depth });
  const found: FunctionNode[] = [];
  for (const { kind, of } of things ?? []) {
    if (kind !== 'function') continue;
    if (isFunction(of)) {
      found.push(of);
      continue;
    }
    const made = constructorOf(of);
    const functions = made && functionsOf(round, made, depth + 1);
    if (functions === null && made !== null) return null;
    found.push(...(functions ?? []));
  }
  return things && found;
}

/**
 * The functions that `f.call()` and its like run.
 *
 * @returns null where one may have another member of that name than the language's
 */
export function functionsCalledBy(
  round: Round,
  callee: AnyNode,
  name: string,
): FunctionNode[] | null {
  if (round.around.index.changed.has(name)) return null;
  const found: FunctionNode[] = [];
  for (const each of knownThings(round, callee) ?? []) {
    if (each.kind !== 'function') continue;
    if (!isFunction(each.of) || round.isHandedOn(each)) return null;
    if (valuesOf(round, each, name).length > 0) return null;
    found.push(each.of);
  }
  return found;
}

/** The functions that expressions may be; null where one may be another. */
export function functionsIn(round: Round, values: readonly AnyNode[]): FunctionNode[] | null {
  const found: FunctionNode[] = [];
  for (const value of values) {
    const functions = functionsOf(round, value);
    if (functions === null) return null;
    found.push(...functions);
  }
  return found;
}
