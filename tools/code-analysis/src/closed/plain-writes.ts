import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { setsValue } from './names.ts';
import { treeIdentifier, treeNode } from '../syntax/syntax.ts';

/** All values that a declared variable is set to; null where a loop or a pattern sets it, or another operator. */
export function writesOf(variable: Variable, name: AnyNode | undefined): AnyNode[] | null {
  const { parent } = name ?? {};
  if (parent?.type !== 'VariableDeclarator' || parent.id !== name) return null;
  const values: AnyNode[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const target = treeIdentifier(reference.identifier);
    const by = target.parent;
    const value = treeNode(reference.writeExpr);
    const isPlain =
      (by?.type === 'VariableDeclarator' && by.init === value) ||
      (by?.type === 'AssignmentExpression' && by.left === target && setsValue.test(by.operator));
    if (!isPlain || value === undefined) return null;
    values.push(value);
  }
  return values;
}
