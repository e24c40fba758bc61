import type {
  Identifier,
  AnonymousFunctionDeclaration,
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
  MemberExpression,
  Property,
  PropertyDefinition,
  MethodDefinition,
  AssignmentProperty,
} from 'acorn';
import type { Variable } from 'eslint-scope';

declare module 'acorn' {
  interface Node {
    /** The parent; undefined for a program, and before the file was linked. */
    parent?: AnyNode;
  }
  interface Identifier {
    /** The variable that it refers to; undefined for a property's name, and for undeclared names. */
    variable?: Variable;
    /** In the name of a declared class: the variable of that name inside of the class. */
    inner?: Variable;
  }
  interface ImportDeclaration {
    /** Set for `import source` and `import defer`. */
    phase?: 'source' | 'defer';
  }
  interface ImportExpression {
    /** Set for `import.source()` and `import.defer()`. */
    phase?: 'source' | 'defer';
  }
}

/** A function in the code. */
export type FunctionNode =
  FunctionDeclaration | FunctionExpression | ArrowFunctionExpression | AnonymousFunctionDeclaration;

/** True for a node of a syntax tree. */
export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * Narrows a node from eslint-scope to acorn's type: it is a node of acorn's tree, but the packages use types
 * of their own.
 */
export function treeNode(value: unknown): AnyNode | undefined {
  return isNode(value) ? value : undefined;
}

/** Narrows the identifier of a reference from eslint-scope to acorn's type. */
export function treeIdentifier(value: unknown): Identifier {
  const node = treeNode(value);
  if (node?.type === 'Identifier') return node;
  throw new TypeError('A reference is an identifier');
}

/** True for functions; false for classes and methods (a method's function is its value). */
export function isFunction(node: AnyNode | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** True for a node inside of another. */
export function isWithin(node: AnyNode, around: AnyNode): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (at === around) return true;
  return false;
}

/** The nearest function around a node, of any kind; undefined at the top of a file. */
export function enclosingFunction(node: AnyNode): FunctionNode | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** The literal name of a member, method or property; undefined for a computed one. */
export function writtenName(
  node: MemberExpression | Property | AssignmentProperty | PropertyDefinition | MethodDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

/** An expression without parentheses, `?.` chains and `await`; of a comma expression the last part. */
export function bare(node: AnyNode): AnyNode {
  switch (node.type) {
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    case 'SequenceExpression':
      return bare(node.expressions.at(-1) ?? node);
    case 'AwaitExpression':
      return bare(node.argument);
    default:
      return node;
  }
}

/** True for the name `eval` as what is called: whatever has that name may know the variables around the call. */
export function isNamedEval(callee: AnyNode): boolean {
  if (callee.type === 'ParenthesizedExpression') return isNamedEval(callee.expression);
  return callee.type === 'Identifier' && callee.name === 'eval';
}
