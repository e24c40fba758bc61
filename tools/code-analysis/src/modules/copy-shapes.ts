import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { CodeIndex } from '../syntax/code-index.ts';
import { type FunctionNode, isFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** True for a call that only looks at the namespace: `hasOwn.call(from, key)`, `list.indexOf(from)`. */
export function isLook({ callee }: CallExpression, index: CodeIndex): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const name = writtenName(callee);
  const of = callee.object;
  if (name === 'call' && of.type === 'MemberExpression') {
    return /^(?:hasOwnProperty|propertyIsEnumerable)$/.test(writtenName(of) ?? '');
  }
  return /^(?:indexOf|includes)$/.test(name ?? '') && !index.functions.has(name ?? '');
}

/** Functions that only look at an object. */
export const looks =
  /^Object\.(?:keys|getOwnPropertyNames|getOwnPropertySymbols|hasOwn|is|isFrozen|prototype\.(?:hasOwnProperty|propertyIsEnumerable|toString)\.call)$|^Reflect\.(?:has|ownKeys)$|^Array\.isArray$/;

/** Functions that return their first argument, or an object made of it. */
export const givesObject =
  /^Object$|^Object\.(?:create|freeze|seal|preventExtensions|getPrototypeOf|setPrototypeOf|defineProperty|defineProperties)$/;

/** True for `function (key) { return this[key] }`. */
export function readsThis({ params: [key], body }: FunctionNode): boolean {
  const [only] = body.type === 'BlockStatement' ? body.body : [];
  const read = only?.type === 'ReturnStatement' ? only.argument : undefined;
  return (
    read?.type === 'MemberExpression' &&
    read.computed &&
    read.object.type === 'ThisExpression' &&
    variableOf(read.property) !== undefined &&
    variableOf(read.property) === variableOf(key)
  );
}

/** True where only it matters whether there is something: `descriptor.get || descriptor.set`. */
export function isTested(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'UnaryExpression':
    case 'BinaryExpression':
      return true;
    case 'IfStatement':
      return parent.test === node;
    case 'ConditionalExpression':
      return parent.test === node;
    case 'LogicalExpression':
      return (parent.operator === '&&' && parent.left === node) || isTested(parent);
    default:
      return isFunction(parent) ? false : parent?.type === 'ExpressionStatement';
  }
}

/** True for a variable of a descriptor that is read in the text before this value is written to it. */
export function isReadBefore(variable: Variable, value: AnyNode): boolean {
  const [first] = variable.references
    .filter((reference) => reference.isWrite())
    .map(({ identifier }) => treeIdentifier(identifier).start)
    .toSorted((left, right) => left - right);
  return variable.references.some((reference) => {
    return (
      reference.isReadOnly() && treeIdentifier(reference.identifier).start < (first ?? value.start)
    );
  });
}

/**
 * The expression around one that gives what it gives, or `nowhere` where nothing goes on from it; undefined for
 * others.
 */
export function wayOn(node: AnyNode): AnyNode | 'nowhere' | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return parent;
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? parent : 'nowhere';
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'ForInStatement':
    case 'ForStatement':
      return 'nowhere';
    case 'BinaryExpression':
      // a class may define what `instanceof` does
      return parent.operator === 'instanceof' ? undefined : 'nowhere';
    case 'ConditionalExpression':
      return parent.test === node ? 'nowhere' : parent;
    case 'LogicalExpression':
      return parent.right === node || parent.operator !== '&&' ? parent : 'nowhere';
    default:
      return undefined;
  }
}

/** A function, or the call that binds it: `(key => from[key]).bind(null, name)`. */
export function boundOf(of: FunctionNode): AnyNode {
  const { parent } = of;
  if (parent?.type !== 'MemberExpression' || writtenName(parent) !== 'bind') return of;
  const call = parent.parent;
  return call?.type === 'CallExpression' && call.callee === parent ? call : of;
}
