import type { AnyNode } from 'acorn';
import { enclosingFunction, treeIdentifier } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** The class that `this` is in a static method, where no other extends it; null for any other `this`. */
export function classOfThis(node: AnyNode): AnyNode | null {
  let at: AnyNode | undefined = enclosingFunction(node);
  while (at?.type === 'ArrowFunctionExpression') at = enclosingFunction(at);
  const method = at?.parent;
  const of = method?.parent?.parent;
  if (method?.type !== 'MethodDefinition' || !method.static || of === undefined) return null;
  if (of.type !== 'ClassDeclaration' && of.type !== 'ClassExpression') return null;
  const name = of.id ?? (of.parent?.type === 'VariableDeclarator' ? of.parent.id : undefined);
  const isOnly = variableOf(name)?.references.every(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    const isBase = parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression';
    return !isBase || parent.superClass !== identifier;
  });
  return isOnly === true ? of : null;
}
