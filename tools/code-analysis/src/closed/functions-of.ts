import type { AnyNode } from 'acorn';
import { type FunctionNode, isFunction } from '../syntax/syntax.ts';
import { constructorOf } from '../values/constructor-of.ts';
import type { Round } from './round.ts';
import { knownThings } from './sure-things.ts';

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
