import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { bare, type FunctionNode, isFunction, treeNode } from './syntax.ts';

/** The function and position of the parameter that a variable is; undefined for other variables. */
export function parameterOf(
  variable: Variable | undefined,
): { of: FunctionNode; at: number } | null {
  const def = variable?.defs.length === 1 ? variable.defs[0] : undefined;
  if (def?.type !== 'Parameter') return null;
  const of = treeNode(def.node);
  const name = treeNode(def.name);
  if (!isFunction(of)) return null;
  return { of, at: of.params.findIndex((param) => param === name) };
}

/** The variable that an expression refers to; undefined for other expressions. */
export function variableOf(node: AnyNode | undefined): Variable | undefined {
  const plain = node && bare(node);
  return plain?.type === 'Identifier' ? plain.variable : undefined;
}
