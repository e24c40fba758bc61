import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import { bare, treeNode } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

const mostDepth = 4;

/** True for an expression that may be `null` or `undefined`, as far as the code around it tells. */
export function mayBeMissing(
  index: CodeIndex,
  written: AnyNode | null | undefined,
  depth = 0,
): boolean {
  if (!written) return true;
  if (depth > mostDepth) return false;
  const node = bare(written);
  const may = (other: AnyNode | null | undefined) => mayBeMissing(index, other, depth + 1);
  switch (node.type) {
    case 'Literal':
      return node.value === null && !node.regex;
    case 'SpreadElement':
      return true;
    case 'UnaryExpression':
      return node.operator === 'void';
    case 'ConditionalExpression':
      return may(node.consequent) || may(node.alternate);
    case 'LogicalExpression':
      return may(node.right);
    case 'AssignmentExpression':
      return may(node.right);
    case 'Identifier':
      break;
    default:
      return false;
  }
  const variable = variableOf(node);
  if (variable === undefined) return node.name === 'undefined';
  const writes = variable.references.filter((reference) => reference.isWrite());
  const parameter = parameterOf(variable);
  if (parameter !== null && parameter.at !== -1) {
    const calls = index.callersOf(parameter.of) ?? [];
    return calls.some((call) => may(call.arguments[parameter.at]));
  }
  if (variable.defs[0]?.type !== 'Variable') return false;
  return writes.length === 0 || writes.some(({ writeExpr }) => may(treeNode(writeExpr)));
}
