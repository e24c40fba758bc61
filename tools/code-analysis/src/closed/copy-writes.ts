import type { AnyNode } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { bare, type FunctionNode, treeNode } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * True where a helper that copies members of a parameter may also set some of it: `(from) => { from.name = … }`.
 * A helper that does so isn't one that an object goes through unchanged.
 */
export function setsMembers(of: FunctionNode, at: number): boolean {
  const given = variableOf(of.params[at]);
  if (given === undefined) return true;
  const isGiven = (node: AnyNode, depth = 0): boolean => {
    const plain = bare(node);
    if (depth > mostDepth) return true;
    const next = (each: AnyNode) => isGiven(each, depth + 1);
    switch (plain.type) {
      case 'Identifier': {
        const { variable } = plain;
        if (variable === given) return true;
        const values = (variable?.references ?? []).map(({ writeExpr }) => treeNode(writeExpr));
        return values.some((each) => each !== undefined && next(each));
      }
      case 'AssignmentExpression':
        return next(plain.right);
      case 'ConditionalExpression':
        return next(plain.consequent) || next(plain.alternate);
      case 'LogicalExpression':
        return next(plain.left) || next(plain.right);
      default:
        return false;
    }
  };
  const waiting: AnyNode[] = [of.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'MemberExpression' && isTarget(node) && isGiven(node.object)) return true;
    if (node.type === 'CallExpression' && sets.test(builtinOf(node.callee) ?? '')) {
      const [target] = node.arguments;
      if (target !== undefined && isGiven(target)) return true;
    }
    waiting.push(...nodesBelow(node));
  }
  return false;
}

const mostDepth = 6;

const sets = /^(?:Object|Reflect)\.(?:assign|define\w+|set\w*)$/;
