import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { enclosingFunction, type FunctionNode, isFunction, treeNode } from '../syntax/syntax.ts';
import type { Known, LoadScope } from './known.ts';

/**
 * The expression that a variable has its value from where it is read for the first time; null where it has
 * none yet, as a note that something was done before it is done.
 */
export function writeSeenFrom(node: AnyNode, { references }: Variable): AnyNode | 'several' | null {
  const writes = references.filter((each) => each.isWrite());
  const isLater = ({ identifier }: (typeof writes)[number]) => {
    const target = treeNode(identifier);
    return (
      target !== undefined &&
      target.start > node.start &&
      enclosingFunction(target) === enclosingFunction(node)
    );
  };
  const earlier = writes.filter((each) => !isLater(each));
  const [write] = earlier;
  if (write === undefined) return null;
  const target = treeNode(write.identifier);
  const parent = target?.parent;
  const isPlain =
    (parent?.type === 'AssignmentExpression' &&
      parent.operator === '=' &&
      parent.left === target) ||
    (parent?.type === 'VariableDeclarator' && parent.id === target);
  return (earlier.length === 1 && isPlain ? treeNode(write.writeExpr) : undefined) ?? 'several';
}

/** The scope around that a variable belongs to. */
export function scopeOf(scope: LoadScope, variable: Variable): LoadScope {
  const name = treeNode(variable.identifiers[0]);
  const of = holderOf(variable, name);
  for (let at: LoadScope | null = scope; at !== null; at = at.parent) {
    if (at.of === of || at.parent === null) return at;
  }
  return scope;
}

function holderOf(variable: Variable, name: AnyNode | undefined): FunctionNode | null {
  if (name === undefined) return null;
  const [definition] = variable.defs;
  const made = treeNode(definition?.node);
  if (definition?.type === 'Parameter' && isFunction(made)) return made;
  // the name of a function declaration lies inside of it, and belongs to what is around
  const from = isFunction(made) ? made : name;
  return enclosingFunction(from) ?? null;
}

/** What an import of Node's `module` gives. */
export function imported(specifier: AnyNode | undefined): Known | undefined {
  const declaration = specifier?.parent;
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  if (!/^(?:node:)?module$/.test(String(declaration.source.value))) return undefined;
  if (specifier?.type !== 'ImportSpecifier') return { kind: 'create-require' };
  const { imported: name } = specifier;
  return name.type === 'Identifier' && name.name === 'createRequire'
    ? { kind: 'create-require' }
    : undefined;
}
