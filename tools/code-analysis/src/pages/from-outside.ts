import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { calledName } from './calls-by-name.ts';
import { marks } from './marks.ts';
import type { PageTexts } from './page-texts.ts';

const mostDepth = 12;

/**
 * True for a number that is computed from a text which comes from outside of the code, such as a character of
 * it. What only asks whether something is there, or how long it is, is a number of the code.
 */
export function isFromOutside(
  texts: PageTexts,
  written: AnyNode,
  seen: ReadonlySet<Variable> = new Set(),
): boolean {
  const node = bare(written);
  if (seen.size > mostDepth) return false;
  const isOutside = (each: AnyNode) => isFromOutside(texts, each, seen);
  switch (node.type) {
    case 'BinaryExpression':
      if (/^(?:[<>]=?|[!=]==?|in|instanceof)$/.test(node.operator)) return false;
      // what comes from outside has no part in `x * 0`
      if (isZero(node.left) || isZero(node.right)) return false;
      return isOutside(node.left) || isOutside(node.right);
    case 'UnaryExpression':
      return /^[-+~]$/.test(node.operator) && isOutside(node.argument);
    case 'ConditionalExpression':
      return isOutside(node.consequent) || isOutside(node.alternate);
    case 'LogicalExpression':
      return isOutside(node.left) || isOutside(node.right);
    case 'AssignmentExpression':
      return isOutside(node.right);
    case 'CallExpression': {
      const name = calledName(node) ?? '';
      if (/^(?:charCodeAt|codePointAt)$/.test(name) && node.callee.type === 'MemberExpression') {
        return texts.read(node.callee.object).includes(marks.given);
      }
      return node.arguments.some(isOutside);
    }
    case 'MemberExpression':
      if (writtenName(node) === 'length') return false;
      return texts.read(node).includes(marks.given);
    case 'Identifier': {
      const { variable } = node;
      if (variable === undefined || seen.has(variable)) return false;
      if (variable.defs[0]?.type === 'Parameter') return texts.read(node).includes(marks.given);
      const within = new Set([...seen, variable]);
      return variable.references.some((reference) => {
        const value = reference.isWrite() ? treeNode(reference.writeExpr) : undefined;
        return value !== undefined && isFromOutside(texts, value, within);
      });
    }
    default:
      return false;
  }
}

function isZero(node: AnyNode): boolean {
  return node.type === 'Literal' && Number(node.value) === 0;
}
