import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isTarget } from '../syntax/changed-builtins.ts';
import { isFunction, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';

/** All values that are assigned to a variable; undefined for unknown ones. */
export function writtenTo(variable: Variable): (AnyNode | undefined)[] {
  return variable.references
    .filter((reference) => reference.isWrite())
    .map(({ identifier, writeExpr }) => {
      const { parent } = treeIdentifier(identifier);
      const isPlain =
        (parent?.type === 'AssignmentExpression' && parent.operator === '=') ||
        parent?.type === 'VariableDeclarator';
      return isPlain ? treeNode(writeExpr) : undefined;
    });
}

/** True where a variable is assigned to, apart from its declaration. */
export function isWrittenAgain(variable: Variable): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true);
}

const pureMethods = new Set([
  'join',
  'at',
  'concat',
  'includes',
  'indexOf',
  'slice',
  'map',
  'forEach',
  'split',
]);

/** True where `with` may give a name another value. */
export function isInWith(node: AnyNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === 'WithStatement') return true;
  }
  return false;
}

/** True where a function may give its parameters other values by `arguments`. */
export function maySetArguments({ scope }: Variable): boolean {
  const own = scope.set.get('arguments');
  return (own?.references ?? []).some(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return true;
    return isTarget(parent);
  });
}

/** True for a function that can't change the list whose elements it is called with. */
function takesElementsOnly(node: AnyNode | undefined): boolean {
  if (!isFunction(node) || node.params.length > 2) return false;
  if (node.params.some(({ type }) => type === 'RestElement')) return false;
  if (node.type === 'ArrowFunctionExpression') return true;
  const [first] = node.params;
  const own = first?.type === 'Identifier' && first.variable?.scope.set.get('arguments');
  return own !== undefined && own !== false && own.references.length === 0;
}

/** True where nothing can have changed the literal in a variable. */
export function isOnlyRead(variable: Variable, literal: AnyNode): boolean {
  if (isWrittenAgain(variable)) return false;
  return variable.references.every((reference) => {
    const identifier = treeIdentifier(reference.identifier);
    const { parent } = identifier;
    if (reference.init === true || parent?.type === 'VariableDeclarator')
      return reference.isWrite();
    if (parent?.type === 'ForOfStatement') return parent.right === identifier;
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return false;
    const use = parent.parent;
    if (use?.type === 'CallExpression' && use.callee === parent) {
      const name = writtenName(parent) ?? '';
      if (literal.type === 'ObjectExpression' || !pureMethods.has(name)) return false;
      return !/^(?:map|forEach)$/.test(name) || takesElementsOnly(use.arguments[0]);
    }
    return !isTarget(parent);
  });
}
