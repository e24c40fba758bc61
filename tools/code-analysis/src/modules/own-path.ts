import type { AnyNode } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import { bare, treeNode } from '../syntax/syntax.ts';

/** True for a path that is made only of constants and of the code's own location. */
export function isOwnPath(index: CodeIndex, written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 8) return false;
  const isOwn = (part: AnyNode | null | undefined) => !!part && isOwnPath(index, part, depth + 1);
  switch (node.type) {
    case 'MetaProperty':
      return true;
    case 'Identifier':
      return (
        /^__(?:dirname|filename)$/.test(node.name) ||
        (node.variable?.references ?? []).some(({ writeExpr }) => isOwn(treeNode(writeExpr))) ||
        index.strings(node) !== null
      );
    case 'MemberExpression':
      return isOwn(node.object);
    case 'BinaryExpression':
      return isOwn(node.left);
    case 'TemplateLiteral':
      return node.quasis[0]?.value.cooked === '' ? isOwn(node.expressions[0]) : false;
    case 'CallExpression':
    case 'NewExpression':
      return node.arguments.some(isOwn);
    default:
      return index.strings(node) !== null;
  }
}
