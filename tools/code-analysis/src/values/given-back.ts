import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { enclosingFunction, type FunctionNode, isFunction } from '../syntax/syntax.ts';
import { parameterOf } from '../syntax/variables.ts';

/**
 * The parameter that a function returns unchanged, such as `name` in `(name) => name || other`. With it, the
 * value of one call isn't mixed with those of others.
 *
 * @param node where the parameter is read
 * @returns null where it is another variable, or used otherwise
 */
export function givenBack(node: AnyNode): { of: FunctionNode; at: number } | null {
  if (node.type !== 'Identifier') return null;
  const parameter = parameterOf(node.variable);
  if (parameter === null || parameter.at === -1) return null;
  if (node.variable?.references.some((reference) => reference.isWrite())) return null;
  return leaves(node, parameter.of) ? parameter : null;
}

/** True where a node is the function's result. */
function leaves(node: AnyNode, of: FunctionNode): boolean {
  let at = node;
  for (let up = node.parent; up !== undefined; up = at.parent) {
    if (isFunction(up)) return up === of && up.body === at;
    if (up.type === 'ReturnStatement') return enclosingFunction(up) === of && !of.generator;
    if (!goesOn(at, up)) return false;
    at = up;
  }
  return false;
}

function goesOn(node: AnyNode, up: AnyNode): boolean {
  switch (up.type) {
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'LogicalExpression':
      return true;
    case 'ConditionalExpression':
      return up.test !== node;
    case 'SequenceExpression':
      return up.expressions.at(-1) === node;
    case 'CallExpression':
      // esbuild keeps function names with (target, value) => __defProp(target, 'name', …)
      return up.arguments[0] === node && builtinOf(up.callee) === 'Object.defineProperty';
    default:
      return false;
  }
}
