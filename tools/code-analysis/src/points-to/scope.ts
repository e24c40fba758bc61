import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { type FunctionNode, treeNode } from '../syntax/syntax.ts';

/**
 * The variables that a part of the code sees: those of the files, and for a function that each call is told
 * apart for, those of one call.
 */
export interface Scope {
  /** The function of one call; null for all that isn't told apart. */
  of: FunctionNode | null;
  around: Scope | null;
  /** The call that it is told apart for, and the scope of that. */
  call: AnyNode | null;
  from: Scope | null;
  depth: number;
}

/** The scope of all code that isn't told apart by calls. */
export const sharedScope: Scope = { of: null, around: null, call: null, from: null, depth: 0 };

/** The scope that has a variable, of those that an expression sees. */
export function scopeOf(variable: Variable, scope: Scope): Scope {
  const block = treeNode(variable.scope.block);
  for (let at: Scope | null = scope; at !== null; at = at.around) {
    if (at.of === null || block === undefined) return at.of === null ? at : scope;
    if (at.of.start <= block.start && block.end <= at.of.end) return at;
  }
  return sharedScope;
}
