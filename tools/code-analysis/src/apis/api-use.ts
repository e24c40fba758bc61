import type { AnyNode } from 'acorn';
import { writtenName } from '../syntax/syntax.ts';

/**
 * The name of an API with the members that follow in the code: `clipboard` in `clipboard.readText()` becomes
 * `clipboard.readText`.
 */
export function fullName(node: AnyNode, name: string): string {
  let shown = name;
  let at = node;
  for (let up = node.parent; up !== undefined; up = up.parent) {
    if (up.type === 'ChainExpression') {
      at = up;
      continue;
    }
    if (up.type !== 'MemberExpression' || up.object !== at || shown.length > 60) break;
    const member = writtenName(up);
    if (member === undefined || /^(?:bind|call|apply|then|catch)$/.test(member)) break;
    shown += `.${member}`;
    at = up;
  }
  return shown;
}

/** True where code only checks the type of an expression or whether it is there, or assigns something else to it. */
export function isOnlyTested(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'UnaryExpression':
      return /^(?:typeof|delete|void|!)$/.test(parent.operator);
    case 'BinaryExpression':
      return /^(?:[!=]==?|in|instanceof)$/.test(parent.operator);
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return isOnlyTested(parent);
    case 'LogicalExpression':
      // what isn't there is all that `a && b` gives of `a`; of the rest, the whole is what is tested
      return (parent.operator === '&&' && parent.left === node) || isOnlyTested(parent);
    default:
      return isAssigned(node);
  }
}

/** True where code assigns something else to an expression. */
export function isAssigned(node: AnyNode): boolean {
  const { parent } = node;
  return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
}
