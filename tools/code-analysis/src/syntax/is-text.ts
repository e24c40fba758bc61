import type { AnyNode } from 'acorn';
import { bare, treeNode, writtenName } from './syntax.ts';

/** True for an expression that is certainly a string. */
export function isText(written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 6) return false;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string';
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return node.operator === '+';
    case 'ConditionalExpression':
      return isText(node.consequent, depth + 1) || isText(node.alternate, depth + 1);
    case 'CallExpression':
      return givesText(node.callee);
    case 'MemberExpression':
      // of the address of a page, and of what stands in it
      return /^(?:hash|search|href|textContent|innerText|innerHTML|outerHTML|cookie|referrer)$/.test(
        writtenName(node) ?? '',
      );
    case 'Identifier':
      return (node.variable?.references ?? []).some(({ writeExpr }) => {
        const value = treeNode(writeExpr);
        return value !== undefined && isText(value, depth + 1);
      });
    default:
      return false;
  }
}

function givesText(callee: AnyNode): boolean {
  if (callee.type === 'Identifier')
    return /^(?:String|atob|decodeURIComponent|unescape)$/.test(callee.name);
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return /^(?:toString|join|replace|replaceAll|trim|fromCharCode|toLowerCase|text)$/.test(
    name ?? '',
  );
}
