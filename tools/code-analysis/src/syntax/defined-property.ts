import type { AnyNode } from 'acorn';
import type { ParsedCode } from './parse-code.ts';
import { writtenName } from './syntax.ts';

/**
 * True where code puts a property of that name on some object: by an assignment, by a function or a getter in a
 * literal or a class, or by `Object.defineProperty(x, 'name', {…})`.
 */
export function definesProperty(codes: Iterable<ParsedCode>, name: string): boolean {
  return [...codes].some(
    ({ nodes }) =>
      nodes.functions.some((node) => isHeld(node, name)) ||
      nodes.members.some((node) => isSet(node, name)) ||
      nodes.calls.some(({ arguments: [, key, descriptor] }) => {
        const isKey = key?.type === 'Literal' && key.value === name;
        return isKey && descriptor?.type === 'ObjectExpression';
      }),
  );
}

function isHeld({ parent }: AnyNode, name: string): boolean {
  const isMember = parent?.type === 'Property' || parent?.type === 'MethodDefinition';
  return isMember && writtenName(parent) === name;
}

function isSet(node: AnyNode, name: string): boolean {
  if (node.type !== 'MemberExpression' || writtenName(node) !== name) return false;
  const { parent } = node;
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}
