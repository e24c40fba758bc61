import type { AnyNode } from 'acorn';

/** The constructor of a class, else what it extends; null where it has neither, undefined for no class. */
export function constructorOf(node: AnyNode): AnyNode | null | undefined {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return undefined;
  const own = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  return own?.type === 'MethodDefinition' ? own.value : (node.superClass ?? null);
}

/** True for the variable of a loop over a list. */
export function isOfLoop(declarator: AnyNode): boolean {
  const loop = declarator.parent?.parent;
  return (
    (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') &&
    loop.left === declarator.parent
  );
}
