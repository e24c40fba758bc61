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
    /** Undefined for a program, and before its file was linked. */
    parent?: AnyNode;
  }
  interface Identifier {
    /** What it stands for; undefined for a property's name and for what the file doesn't declare. */
    variable?: Variable;
  }
}

/** A function of the code. */
export type FunctionNode =
  FunctionDeclaration | FunctionExpression | ArrowFunctionExpression | AnonymousFunctionDeclaration;

/** True for a node of a tree. */
export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * A node in what eslint-scope tells: it is one of acorn's tree, which the two packages only describe
 * with types of their own.
 */
export function treeNode(value: unknown): AnyNode | undefined {
  return isNode(value) ? value : undefined;
}

/** The same for the identifier of a reference. */
export function treeIdentifier(value: unknown): Identifier {
  const node = treeNode(value);
  if (node?.type === 'Identifier') return node;
  throw new TypeError('A reference is an identifier');
}

/** True for functions, but not for classes and methods, whose function is their value. */
export function isFunction(node: AnyNode | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** The function that a node stands in, without leaving `this` of it; undefined at the top. */
export function enclosingFunction(node: AnyNode): FunctionNode | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** Name of a member, method or property that is written down; undefined for a computed one. */
export function writtenName(
  node: MemberExpression | Property | AssignmentProperty | PropertyDefinition | MethodDefinition,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

/** Without parentheses, `?.` chains, and what stands before the last comma. */
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
